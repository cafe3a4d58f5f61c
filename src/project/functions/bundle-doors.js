// Makes of our doors what functions load, in few files: `node src/project/functions/bundle-doors.js`.
// A function starts with an empty disk again and again, and 470 modules and as many of packages
// cost it twice the time of a few files. They lie within the package, so that fonts, threads and
// other packages are found as ever. Doors that are open at once share what they have in common.
import { build } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../../../dist');
const outdir = join(dist, 'bundled');

/** Of modules only, and without files of their own. preact stays outside: packages of a project bring theirs. */
const inside = new Set([
  'css-tree',
  'fastest-levenshtein',
  'fresh',
  'hyphen',
  'isbot',
  'lru-cache',
  'magic-string',
  'negotiator',
  'p-queue',
  'parse5',
  'puppeteer-core/internal/cdp/BrowserConnector.js', // all of it would find browsers and read command lines
  'zod',
]);

const nameOf = (specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)[0];
const doorOf = (specifier) => specifier.split('/').slice(1).join('/') || 'index';

/** Packages bring inside what they need themselves. */
const packages = {
  name: 'packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point' || importer.includes('node_modules')) return undefined;
      if (nameOf(path) === 'cardstock-og') return { path: join(dist, entryPoints[doorOf(path)]) };
      return inside.has(path) || inside.has(nameOf(path)) ? undefined : { path, external: true };
    });
  },
};

const lent = readdirSync(join(dist, 'src/lent')).filter((name) => name.endsWith('.js'));
const entryPoints = {
  index: 'src/index.js',
  template: 'src/template.js',
  'jsx-runtime': 'src/jsx-runtime.js',
  'jsx-dev-runtime': 'src/jsx-dev-runtime.js',
  templates: 'templates/index.js',
  lambda: 'src/aws/lambda.js',
  'highlight-thread': 'templates/parts/highlight-thread.js', // is looked for beside what asks it
  ...Object.fromEntries(lent.map((name) => [`lent/${name.slice(0, -'.js'.length)}`, `src/lent/${name}`])),
};

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: dist,
  entryPoints,
  outdir,
  chunkNames: 'shared-[hash]',
  plugins: [packages],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.17',
  conditions: [], // as Node resolves, and not as bundlers do
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(join(outdir, 'LICENSES.txt'), licenses(Object.keys(metafile.inputs)));

/** Of the packages that are inside, as their makers ask. */
function licenses(files) {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...folders].sort().map(licenseOf).join('\n');
}

function licenseOf(path) {
  const folder = join(dist, path);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8') : '';
  return `${name} ${version} (${license})\n\n${text}\n`;
}
