import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { initFromSite } from '../../../src/project/init/init-from-site.ts';
import { loadProject } from '../../../src/project/load-project.ts';
import { makeSite, page } from '../../site/build/support.ts';

const root = join(import.meta.dirname, '../../..');
const named = (name: string, more = '') => `<meta property="og:site_name" content="${name}">${more}`;
const post = '<meta property="article:published_time" content="2026-10-04">';
const dark = '<meta name="color-scheme" content="dark"><meta name="theme-color" content="#0b6e4f">';

const sites: Record<string, Record<string, string>> = {
  'of one name': {
    'index.html': page({ head: named('Lamp Room', dark) }),
    'fog.html': page({ title: 'Fog', head: named('Lamp Room', post) }),
  },
  'of a name in each language': {
    'index.html': page({ head: named('Lamp Room') }),
    'fog.html': page({ title: 'Fog', head: named('Lamp Room') }),
    'de/index.html': page({ title: 'Nebel', lang: 'de', head: named('Lampenraum') }),
  },
  'without a name, whose pages do not say their language': {
    'index.html': '<!doctype html><body><p>Words.</p></body>',
    'nebel.html': page({ title: 'Worte', lang: '' }),
    'fog.html': page({ title: 'Fog', lang: 'de' }),
  },
  'whose name is no code': {
    'index.html': page({ head: named("It's `${x}` */ \u2028 &quot;\\ &#10;x', evil: '") }),
  },
  'of manuals in a language from the right': {
    'index.html': page({ title: 'مصباح', lang: 'ar', head: named('مصباح') }),
    'manual/a.html': page({ title: 'أ', lang: 'ar', head: `<meta name="generator" content="mdBook">` }),
  },
  'without pages': {},
};

const written = mkdtempSync(join(tmpdir(), 'cardstock-configs-'));
afterAll(() => rmSync(written, { recursive: true }));

it.each(Object.keys(sites))(
  'a site %s has the same cards by the config that was written of it',
  async (which) => {
    const { build, project, snapshot } = makeSite({ 'a.txt': '', ...sites[which] });
    const { site, cards } = await build();
    const before = snapshot();
    const file = await initFromSite(await loadProject(project), site);
    const again = await build({ site: undefined });
    expect(again).toMatchObject({ changed: [], made: 0, cards });
    expect(snapshot()).toEqual(before);
    copyFileSync(file, join(written, `${Object.keys(sites).indexOf(which)}.ts`));
  },
);

it('the types of each of them are right', () => {
  const compilerOptions = { typeRoots: [join(root, 'node_modules/@types')] };
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions,
    include: ['*.ts', join(root, 'src/**/*.d.ts')],
  };
  writeFileSync(join(written, 'tsconfig.json'), JSON.stringify(config));
  writeFileSync(join(written, 'package.json'), '{"type":"module"}');
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', written, '--listFiles'], { encoding: 'utf8' });
  const lines = stdout.split('\n');
  expect(lines.filter((line) => line.includes('error TS'))).toEqual([]);
  expect(lines.filter((line) => line.startsWith(written))).toHaveLength(Object.keys(sites).length);
});

it('a config that is there stays as it is', async () => {
  const { build, project } = makeSite({ 'index.html': page() }, { config: "{ name: 'Mine' }" });
  const file = join(project, 'cardstock.config.ts');
  const before = readFileSync(file, 'utf8');
  const { site } = await build();
  await expect(initFromSite(await loadProject(project), site)).rejects.toThrow('is there already');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it('a site below a path of its host is built there again, and its cards are served at the root', async () => {
  const { build, project, read } = makeSite({ 'index.html': page() });
  const { site } = await build({ site: 'https://example.com/docs' });
  await initFromSite(await loadProject(project), site);
  expect(await build({ site: undefined })).toMatchObject({ changed: [], made: 0 });
  expect(read('index.html')).toContain('content="https://example.com/docs/og/');
});
