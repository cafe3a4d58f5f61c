import type { BuildOptions } from 'esbuild';

/** Pictures and fonts become data URLs: a card has all that it shows inside it. */
export const assetLoaders = {
  '.svg': 'dataurl',
  '.png': 'dataurl',
  '.jpg': 'dataurl',
  '.jpeg': 'dataurl',
  '.webp': 'dataurl',
  '.avif': 'dataurl',
  '.gif': 'dataurl',
  '.woff2': 'dataurl',
  '.woff': 'dataurl',
  '.ttf': 'dataurl',
  '.otf': 'dataurl',
} as const satisfies BuildOptions['loader'];
