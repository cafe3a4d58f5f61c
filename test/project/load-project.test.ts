import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { projectEnvironment } from '../../src/project/assemble.ts';
import { initProject } from '../../src/project/init/init.ts';
import { loadProject, type Project } from '../../src/project/load-project.ts';
import { Cardstock } from '../../src/index.ts';
import { templates as shipped } from '../../templates/index.ts';

/** A folder with these files, gone when the test is over. */
function makeFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-project-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const template = (name: string, words = 'Hi') => `/** @jsxImportSource preact */
import { defineTemplate, text } from 'cardstock-og';
import * as z from 'zod';
import { shared } from './parts/shared.ts';
export const ${name} = defineTemplate({
  name: '${name}', description: shared, props: z.strictObject({ title: text(20, 'A title') }),
  examples: { short: { title: 'Hello' } }, fonts: [{ family: 'Inter', weights: [500] }], viewport: 'og',
  css: '', alt: ({ title }) => title, render: ({ title }) => <p>${words} {title}</p>,
});`;
const part = { 'cards/parts/shared.ts': "export const shared: string = 'shared';" };
const config = (body: string) =>
  `import { defineConfig } from 'cardstock-og';\nexport default defineConfig(${body});`;
const names = (project: Project) => project.templates.map(({ name }) => name);

describe('a folder without a config', () => {
  it('has the templates that ship', async () => {
    expect((await loadProject(makeFolder())).templates).toEqual(shipped);
  });
});

describe('a config', () => {
  it('names a folder of templates, which come before those that ship', async () => {
    const folder = makeFolder({
      'cardstock.config.ts': config("{ templates: './cards' }"),
      'cards/own.tsx': template('own'),
      ...part,
    });
    expect(names(await loadProject(folder))).toEqual(['own', ...shipped.map(({ name }) => name)]);
  });

  it('has its own template where a name is taken, and can do without the others', async () => {
    const files = { 'cards/plain.tsx': template('plain', 'Mine'), ...part };
    const both = makeFolder({ 'cardstock.config.ts': config("{ templates: './cards' }"), ...files });
    const alone = makeFolder({
      'cardstock.config.ts': config("{ templates: './cards', gallery: false }"),
      ...files,
    });
    const project = await loadProject(both);
    expect(project.templates.filter(({ name }) => name === 'plain')).toHaveLength(1);
    expect(project.templates[0]!.description).toBe('shared');
    expect(names(await loadProject(alone))).toEqual(['plain']);
  });

  it('is found from a folder below', async () => {
    const folder = makeFolder({ 'cardstock.config.mjs': 'export default {}', 'content/a.md': '' });
    expect((await loadProject(join(folder, 'content'))).folder).toBe(folder);
  });

  it('says settings that the environment does not', async () => {
    const folder = makeFolder({
      'cardstock.config.ts': config(
        "{ site: 'https://a.example', language: 'ja', imageHosts: ['b.example', '*.c.example'], imageFolder: 'img' }",
      ),
    });
    const project = await loadProject(folder);
    const environment = { ...projectEnvironment(project.config), OG_LANG: 'de' };
    const cardstock = new Cardstock({ templates: project.templates, environment });
    expect(cardstock.config).toMatchObject({
      siteUrl: 'https://a.example',
      language: 'de',
      imageHosts: ['b.example', '*.c.example'],
      imageFolder: join(folder, 'img'),
    });
    await cardstock.close();
  });

  it.each([
    ['is not TypeScript', { 'cardstock.config.ts': 'export default {{' }, 'cardstock.config.ts:1:17'],
    ['exports nothing', { 'cardstock.config.ts': 'export {}' }, 'expected "export default defineConfig('],
    [
      'names a folder that is not there',
      { 'cardstock.config.ts': config("{ templates: './nowhere' }") },
      'nowhere of your config cannot be read',
    ],
    [
      'names a template that throws',
      {
        'cardstock.config.ts': config("{ templates: './cards' }"),
        'cards/bad.ts': "throw new Error('boom')",
      },
      'cards/bad.ts:1:7',
    ],
  ])('that %s is refused with its name', async (_name, files, message) => {
    const loading = loadProject(makeFolder(files));
    await expect(loading).rejects.toThrow(ConfigError);
    await expect(loading).rejects.toThrow(message);
  });
});

describe('init', () => {
  it('writes a project that loads, and leaves alone what is there', async () => {
    const folder = makeFolder();
    expect((await initProject(folder)).map(({ isNew }) => isNew)).toEqual([true, true, true, true]);
    expect(names(await loadProject(folder))[0]).toBe('hello');
    writeFileSync(join(folder, 'cardstock.config.ts'), config('{ gallery: false }'));
    expect((await initProject(folder)).map(({ isNew }) => isNew)).not.toContain(true);
    expect(names(await loadProject(folder))).toEqual([]);
  });
});

it('the files that init writes import nothing but this package, for a strict node_modules shows no other', async () => {
  const folder = makeFolder();
  const steps = await initProject(folder);
  const texts = steps.map(({ file }) => readFileSync(join(folder, file), 'utf8'));
  const imported = texts.flatMap((text) => [...text.matchAll(/(?:@jsxImportSource | from ')([\w-]+)/g)]);
  expect(new Set(imported.map(([, name]) => name))).toEqual(new Set(['cardstock-og']));
});

describe('a folder of templates', () => {
  it.each(['mts', 'cts', 'mjs', 'cjs', 'ts', 'jsx'])('may have templates that end in .%s', async (ending) => {
    const said = "name: 'own', render: () => ''";
    const code = ending === 'cjs' ? `exports.own = { ${said} };` : `export const own = { ${said} };`;
    const files = { 'cardstock.config.ts': config("{ templates: 'cards' }"), [`cards/own.${ending}`]: code };
    expect(names(await loadProject(makeFolder(files)))[0]).toBe('own');
  });

  it('says of templates of other tools that they are not read', async () => {
    const foreign = ['Card.vue', 'card.html', 'card.mdx', 'card.svelte', 'card.astro'];
    const files = Object.fromEntries(
      [...foreign, 'card.css', 'logo.svg'].map((name) => [`cards/${name}`, '']),
    );
    const project = await loadProject(
      makeFolder({ 'cardstock.config.ts': config("{ templates: 'cards' }"), ...files }),
    );
    expect(project.notices!.map((notice) => notice.split(' is ')[0])).toEqual(
      foreign.sort().map((name) => join('cards', name)),
    );
    expect(project.notices![0]).toContain('write it as JSX in cards/Card.tsx');
  });

  it.each([
    [
      'as other renderers describe it',
      "{ name: 'X', data: new ArrayBuffer(8), weight: 400 }",
      'font 1 has name, data, weight: a font is { family',
    ],
    [
      'as a promise',
      "{ family: 'X', weights: [400], from: Promise.resolve() }",
      'its "from" is a promise: await it',
    ],
  ])('has no template with a font %s', async (_name, font, message) => {
    const code = `import { defineTemplate, z } from 'cardstock-og';
      export const own = defineTemplate({ props: z.strictObject({}), fonts: [${font}] as never, render: () => '' });`;
    const project = await loadProject(
      makeFolder({ 'cardstock.config.ts': config("{ templates: 'cards' }"), 'cards/own.ts': code }),
    );
    expect(() => new Cardstock({ templates: project.templates })).toThrow(message);
  });
});
