/**
 * What a project's `react` and `react-dom` are, and those of its libraries: Preact in React's
 * clothes, the very copy that renders.
 */
// @ts-expect-error -- its types are those of CommonJS, and what runs is not
export * from 'preact/compat';
export { default } from 'preact/compat';
