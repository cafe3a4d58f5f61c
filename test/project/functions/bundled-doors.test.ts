import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { lentByName } from '../../../src/project/compile/lent-packages.ts';
import { root } from '../../support/netlify-bundle.ts';

const bundled = join(root, 'dist/bundled');
const load = (name: string) =>
  import(/* @vite-ignore */ pathToFileURL(join(bundled, `${name}.js`)).href) as Promise<
    Record<string, unknown>
  >;

/** What a project may import, and functions find within our package. */
const lent = [
  ...['cardstock-og', 'cardstock-og/template', 'cardstock-og/templates'],
  ...['cardstock-og/jsx-runtime', 'cardstock-og/jsx-dev-runtime'],
  ...['preact', 'preact/hooks', 'preact/compat', 'react', 'react/jsx-runtime', 'react/jsx-dev-runtime'],
  ...['react-dom', 'react-dom/client', 'react-dom/server', 'zod'],
];

it('functions go in by doors that are there', async () => {
  const contents = lent.map((name, index) => `export * as module${index} from '${name}';`).join('\n');
  const { metafile } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    plugins: [lentByName],
  });
  const doors = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(doors.length).toBeGreaterThan(10);
  for (const door of doors) {
    const name = /^cardstock-og\/bundled\/(.+)$/.exec(door)?.[1];
    expect(Object.keys(await load(name!)), door).not.toEqual([]);
  }
});

it('what two doors lead to is one thing', async () => {
  const [index, template, zod, shipped] = await Promise.all(
    ['index', 'template', 'lent/zod', 'templates'].map(load),
  );
  expect(index!['z']).toBe(zod!['z']);
  expect(index!['defineTemplate']).toBe(template!['defineTemplate']);
  expect(shipped!['templates']).toHaveLength(10);
});

it('licenses of the packages inside go along', async () => {
  const licenses = await readFile(join(bundled, 'LICENSES.txt'), 'utf8');
  for (const name of ['zod', 'parse5', 'css-tree', 'puppeteer-core']) expect(licenses).toContain(`${name} `);
});
