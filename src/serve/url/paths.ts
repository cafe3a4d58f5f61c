/** Where the renderer lives, on Netlify and on every other machine; takes the readable form. */
export const rendererPath = '/.netlify/functions/gen-opengraph-image';

/** Where the redirect to the cache lives. */
export const redirectPath = '/.netlify/functions/process-url';

/** Before the name of a sealed card; netlify.toml and express lead it to the renderer. */
export const sealedPrefix = '/og/';
