/** As {@link import('./preact.ts')}. */
export * from 'zod';
export { default } from 'zod';
