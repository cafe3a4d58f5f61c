/** As {@link import('./preact.ts')}: hooks work with the very copy that renders. */
export * from 'preact/hooks';
