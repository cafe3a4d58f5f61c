/**
 * What JSX of templates becomes, by `@jsxImportSource cardstock-og`: under pnpm and the like,
 * a project does not see the packages of its packages.
 */
export * from 'preact/jsx-runtime';
export type { ComponentChildren } from 'preact';
