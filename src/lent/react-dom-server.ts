/** As {@link import('./react.ts')}. */
export * from 'preact/compat/server';
export { default } from 'preact/compat/server';
