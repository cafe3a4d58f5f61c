/**
 * What a function needs beside what it imports, as globs below `node_modules`: tracing follows
 * imports, and what is found by path and read must be named. netlify.toml says the same for
 * this repository.
 */
export const sharedFiles = [
  '@fontsource/{inter,jetbrains-mono}/files/*-normal.woff2',
  '@fontsource/{inter,jetbrains-mono}/{package,unicode}.json',
  '@fontsource-variable/newsreader/files/*-wght-{normal,italic}.woff2',
  '@fontsource-variable/newsreader/{package,unicode}.json',
  '@fontsource-variable/noto-*/files/*-wght-normal.woff2',
  '@fontsource-variable/noto-*/{package,unicode}.json',
  '@fontsource/{noto-sans-*,dejavu-sans}/files/*-400-normal.woff2',
  '@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2',
  '@fontsource/{noto-*,dejavu-sans}/{package,unicode}.json',
];

/** For the function that has a browser. */
export const rendererFiles = [
  '@sparticuz/chromium/bin/{chromium,al2023.tar,fonts.tar}.br',
  '@sparticuz/chromium/{package.json,build/index.js}',
];
