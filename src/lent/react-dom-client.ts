/** As {@link import('./react.ts')}. */
export * from 'preact/compat/client';
export { default } from 'preact/compat/client';
