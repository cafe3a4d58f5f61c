import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const fontWeights = [400, 700];

/** Inter, Latin only: satori reads WOFF, the others WOFF2. */
export function fontFile(weight, extension) {
  return readFileSync(require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.${extension}`));
}
