/** As {@link import('./react.ts')}. */
// @ts-expect-error -- its types are those of CommonJS, and what runs is not
export * from 'preact/compat/server';
export { default } from 'preact/compat/server';
