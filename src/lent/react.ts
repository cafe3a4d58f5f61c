/**
 * What a project's `react` and `react-dom` are, and those of its libraries: Preact in React's
 * clothes, the very copy that renders.
 */
export * from 'preact/compat';
export { default } from 'preact/compat';
