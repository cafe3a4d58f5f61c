import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { initProject } from '../../../src/project/init/init.ts';
import { nextSteps } from '../../../src/project/init/next-steps.ts';
import { surroundingsOf } from '../../../src/project/init/surroundings.ts';
import { loadProject } from '../../../src/project/load-project.ts';
import { snapshotOf } from '../../site/build/support.ts';
import { makeFolder } from '../../support/folder.ts';

const manifest = (more: object) => `${JSON.stringify({ private: true, ...more }, undefined, '\t')}\n`;
const built = (name: string, more: object = {}) =>
  manifest({ devDependencies: { [name]: '1', vite: '1' }, scripts: { build: 'x' }, ...more });

/** Writes a project as it is there, begins it, and says what came of it. */
async function begin(files: Record<string, string>) {
  const folder = makeFolder(files);
  const around = await surroundingsOf(folder);
  const steps = await initProject(folder, undefined, around);
  const next = await nextSteps(folder, around, steps);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const script = (name: string) =>
    (JSON.parse(read('package.json')) as { scripts?: Record<string, string> }).scripts?.[name];
  return { folder, around, steps, next, read, script };
}

type Case = readonly [name: string, files: Record<string, string>, output: string, hook: string];

const cases: readonly Case[] = [
  ['Astro', { 'package.json': built('astro'), 'astro.config.mjs': "  outDir: './out'," }, 'out', 'plugin'],
  ['Eleventy', { 'package.json': built('@11ty/eleventy') }, '_site', 'plugin'],
  ['Eleventy', { '.eleventy.js': '' }, '_site', 'plugin'],
  ['Nuxt', { 'package.json': built('nuxt'), 'nuxt.config.ts': '' }, '.output/public', 'plugin'],
  ['Vite', { 'package.json': built('vite'), 'vite.config.ts': '' }, 'dist', 'plugin'],
  ['Next', { 'package.json': built('next'), 'next.config.mjs': '' }, 'out', 'server'],
  ['Next', { 'package.json': built('next'), 'next.config.js': "output: 'export'" }, 'out', 'postbuild'],
  ['SvelteKit', { 'package.json': built('@sveltejs/kit'), 'svelte.config.js': '' }, 'build', 'server'],
  [
    'SvelteKit',
    { 'package.json': built('@sveltejs/kit'), 'vite.config.js': "from '@sveltejs/adapter-static'" },
    'build',
    'postbuild',
  ],
  [
    'VitePress',
    { 'package.json': built('vitepress'), 'docs/.vitepress/config.mts': '' },
    'docs/.vitepress/dist',
    'postbuild',
  ],
  ['Docusaurus', { 'package.json': built('@docusaurus/core') }, 'build', 'postbuild'],
  ['Gatsby', { 'package.json': built('gatsby') }, 'public', 'postbuild'],
  ['Hugo', { 'hugo.toml': 'publishDir = "docs"' }, 'docs', 'command'],
  ['Hugo', { 'config/_default/hugo.yaml': '' }, 'public', 'command'],
  ['Jekyll', { '_config.yml': '' }, '_site', 'command'],
  ['MkDocs', { 'mkdocs.yml': '' }, 'site', 'command'],
  ['Sphinx', { 'docs/conf.py': '' }, 'docs/_build/html', 'command'],
  ['Sphinx', { 'docs/source/conf.py': '', 'package.json': manifest({}) }, 'docs/build/html', 'cards'],
];

describe('init', () => {
  it.each(cases)(
    'finds %s by %o, and how cards get into what it builds',
    async (name, files, output, hook) => {
      const { around, next, script } = await begin(files);
      expect([around.found?.framework.name, around.output]).toEqual([name, output]);
      const command = `cardstock-og build ${output}`;
      if (hook === 'postbuild' || hook === 'cards') expect(script(hook)).toBe(command);
      else if (hook === 'command') expect(next.commands.flat().join()).toContain(`npx ${command}`);
      else expect(next.snippets.map(({ code }) => code).join()).toMatch(/cardstock-og\/|openProject/);
    },
  );

  it.each([
    ['the only folder with a home page', { 'www/index.html': '<p>' }, 'www'],
    ['the folder itself', { 'index.html': '<p>' }, '.'],
    ['public, where there is nothing yet', {}, 'public'],
  ])('takes plain HTML from %s', async (_name, files, output) => {
    const { around, next } = await begin(files);
    expect(around.found).toBeUndefined();
    expect(next.commands.at(-1)?.[0]).toBe(`npx cardstock-og build ${output}`);
  });

  it.each([
    ['Astro', { 'package.json': built('astro'), 'astro.config.ts': "  site: 'https://a.dev/'," }],
    ['Docusaurus', { 'docusaurus.config.ts': "  url: 'https://a.dev',\n  title: \"Ada's\"," }],
    ['VitePress', { '.vitepress/config.js': "title: `Ada's`,\nhostname: 'https://a.dev'" }],
    ['Hugo', { 'hugo.toml': 'baseURL = "https://a.dev/"\ntitle = "Ada\'s"' }],
    ['Jekyll', { '_config.yml': "title: Ada's # of course\nurl: https://a.dev" }],
    ['MkDocs', { 'mkdocs.yml': "site_name: Ada's\nsite_url: https://a.dev/" }],
    ['Sphinx', { 'conf.py': 'project = "Ada\'s"\nhtml_baseurl = "https://a.dev"' }],
    ['a CNAME', { 'public/index.html': '', 'public/CNAME': 'a.dev\n' }],
    ['package.json', { 'package.json': manifest({ homepage: 'https://a.dev' }) }],
    ['the home page', { 'public/index.html': '<link href="https://a.dev/" rel="canonical">' }],
    [
      'an earlier build',
      { 'index.html': '<meta property="og:url" content="https://a.dev/" data-cardstock>' },
    ],
  ])('reads in %s where the site lives, and what it is called', async (_name, files) => {
    const { read, folder } = await begin(files);
    const config = read('cardstock.config.ts');
    expect(config).toContain("site: 'https://a.dev',");
    const isNamed = Object.values(files).join().includes("Ada's");
    expect(config.includes("name: 'Ada\\'s',")).toBe(isNamed);
    expect((await loadProject(folder)).config.site).toBe('https://a.dev');
  });

  it.each([
    ['code that computes it', { 'docusaurus.config.js': 'url: process.env.URL,\ntitle: getTitle(),' }],
    ['a placeholder', { 'hugo.toml': 'baseURL = "https://example.org/"' }],
    ['where the source is', { 'package.json': manifest({ homepage: 'https://github.com/a/b#readme' }) }],
    ['this machine', { 'mkdocs.yml': 'site_url: https://localhost:8000' }],
    ['nothing', { '_config.yml': 'url: "" # the base\ntitle: ""' }],
  ])('takes %s for no address and no name, and says that the address is missing', async (_name, files) => {
    const { read, steps } = await begin(files);
    expect(read('cardstock.config.ts')).toContain("site: 'https://example.com',");
    expect(read('cardstock.config.ts')).toContain("// name: 'My site',");
    expect(steps[0]?.todo).toContain('put yours there');
  });

  it('takes the colour that browsers are told', async () => {
    const { read } = await begin({ 'index.html': '<meta content="#0B6E4F" name="theme-color">' });
    expect(read('cardstock.config.ts')).toContain("brand: '#0b6e4f',");
  });

  it.each([
    [
      'npm',
      { 'package-lock.json': '{}' },
      ['npm i -D cardstock-og', 'npx cardstock-og start', 'npm run build'],
    ],
    [
      'pnpm',
      { 'pnpm-lock.yaml': '' },
      ['pnpm add -D cardstock-og', 'pnpm exec cardstock-og start', 'pnpm run build'],
    ],
    [
      'yarn',
      { 'yarn.lock': '' },
      ['yarn add -D cardstock-og', 'yarn exec cardstock-og start', 'yarn run build'],
    ],
  ])('speaks as %s does, in a package of a workspace too', async (_name, lock, commands) => {
    const workspace = makeFolder({
      ...(lock as Record<string, string>),
      'package.json': manifest({ workspaces: ['site'] }),
      'site/package.json': built('gatsby'),
    });
    const folder = join(workspace, 'site');
    const around = await surroundingsOf(folder);
    const steps = await initProject(folder, undefined, around);
    expect((await nextSteps(folder, around, steps)).commands.map(([command]) => command)).toEqual(commands);
  });

  it('gives a build its cards by a script of its own, where nothing may follow it by itself', async () => {
    const modern = built('gatsby', { packageManager: 'yarn@4.9.0' });
    const taken = built('gatsby', { scripts: { build: 'x', postbuild: 'mine' } });
    for (const text of [modern, taken]) {
      const { script, next } = await begin({ 'package.json': text });
      expect(script('cards')).toBe('cardstock-og build public');
      expect(next.commands.at(-1)?.[0]).toMatch(/run build && (?:npm|yarn) run cards$/);
    }
  });

  it('leaves scripts as they are, and says what they lack', async () => {
    const scripts = { build: 'x', postbuild: 'mine', cards: 'poker' };
    const { script, steps } = await begin({ 'package.json': built('gatsby', { scripts }) });
    expect([script('postbuild'), script('cards')]).toEqual(['mine', 'poker']);
    expect(steps.at(-1)).toMatchObject({
      isNew: false,
      todo: expect.stringContaining('cardstock-og build') as string,
    });
  });

  it('writes nothing twice, and nothing over anything', async () => {
    for (const [, files] of cases) {
      const { folder } = await begin(files);
      const before = snapshotOf(folder);
      expect((await initProject(folder)).map(({ isNew }) => isNew)).not.toContain(true);
      expect(snapshotOf(folder)).toEqual(before);
      for (const [path, text] of Object.entries(files)) {
        if (path !== 'package.json') expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
      }
    }
  });

  it('puts the template where the config that is there looks for it', async () => {
    const { folder, steps } = await begin({
      'cardstock.config.mjs': "export default {\n  templates: './og',\n};",
    });
    expect(steps.map(({ file }) => file)).toContain('og/hello.tsx');
    expect((await loadProject(folder)).templates[0]?.name).toBe('hello');
  });

  it('adds to files in their own manner', async () => {
    const { read } = await begin({
      'package.json': '{\r\n    "scripts": {}\r\n}\r\n',
      '.gitignore': 'dist\r\n/.astro',
      'tsconfig.json': '{\n\t// ours\n\t"compilerOptions": {\n\t\t"module": "nodenext",\n\t},\n}\n',
    });
    expect(read('package.json')).toContain(
      '\r\n        "cards": "cardstock-og build public"\r\n    }\r\n}\r\n',
    );
    expect(read('.gitignore')).toBe('dist\r\n/.astro\r\n.cardstock/\r\n');
    expect(read('tsconfig.json')).toContain('{\n\t\t"jsx": "react-jsx",\n\t\t"module": "nodenext",');
  });

  it.each([
    ['none', {}, 'tsconfig.json'],
    [
      'none, and a framework that may ask for TypeScript',
      { 'package.json': built('next') },
      'cards/tsconfig.json',
    ],
    ['one of another folder', { 'tsconfig.json': '{"include":["src"]}' }, 'cards/tsconfig.json'],
    ['one of many projects', { 'tsconfig.json': '{"files":[],"references":[]}' }, 'cards/tsconfig.json'],
    [
      'one without doors of packages',
      { 'tsconfig.json': '{"compilerOptions":{"module":"commonjs"}}' },
      'cards/tsconfig.json',
    ],
    [
      'one that takes modules for scripts',
      { 'tsconfig.json': '{"compilerOptions":{"module":"nodenext","verbatimModuleSyntax":true}}' },
      'cards/tsconfig.json',
    ],
  ])('gives templates a tsconfig of their own where there is %s', async (_name, files, file) => {
    const { steps, read } = await begin(files);
    expect(steps.find((step) => step.file.endsWith('tsconfig.json'))).toMatchObject({ file, isNew: true });
    expect(read(file)).toContain('"jsxImportSource": "cardstock-og"');
  });

  it('names the file that is no JSON', async () => {
    const folder = makeFolder({});
    writeFileSync(join(folder, 'package.json'), '{');
    await expect(initProject(folder)).rejects.toThrow(/package\.json is not valid JSON/);
  });
});
