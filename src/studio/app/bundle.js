// Makes of the studio's page what its server sends: `node src/studio/app/bundle.js [folder]`.
import { build } from 'esbuild';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const folder = process.argv[2] ?? join(here, '../../../dist/studio');

await build({
  entryPoints: { studio: join(here, 'main.tsx') },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  chunkNames: '[name]-[hash]',
  minify: true,
  target: ['chrome123', 'firefox121', 'safari17.5'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
});
copyFileSync(join(here, 'icon.svg'), join(folder, 'icon.svg'));
