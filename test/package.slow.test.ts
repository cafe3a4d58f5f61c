import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from './site/build/support.ts';
import { ownPackages, writeOwnProject } from './support/own-project.ts';

const root = join(import.meta.dirname, '..');
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
const run = promisify(execFile);

/** Somebody else's project, where the package is what the registry would give. */
let project: string;
let packed: string[];
let tarballFile: string;
/** A folder above which nothing is installed. */
let elsewhere: string;

const cardstock = async (...words: string[]) => {
  const main = join(project, 'node_modules/.bin/cardstock-og');
  const { stdout } = await run(process.execPath, [main, ...words], { cwd: project });
  return stdout;
};

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'cardstock-package-'));
  elsewhere = mkdtempSync(join(tmpdir(), 'cardstock-elsewhere-'));
  await run('npm', ['pack', root, '--ignore-scripts', '--pack-destination', project, ...quiet], {
    cwd: root,
  });
  const [tarball] = readdirSync(project);
  packed = (await run('tar', ['-tzf', join(project, tarball!)])).stdout.trim().split('\n');
  writeFileSync(join(project, 'package.json'), '{"private":true,"type":"module"}');
  tarballFile = join(project, tarball!);
  const install = ['install', '--prefer-offline', '--ignore-scripts', ...quiet, `./${tarball}`];
  await run('npm', [...install, ...ownPackages], { cwd: project });
  await mkdir(join(project, 'public'));
  writeFileSync(join(project, 'public/index.html'), page({ title: 'A site of a stranger' }));
});
afterAll(() => {
  for (const folder of [project, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

const template = `import { css, defineTemplate, text, z } from 'cardstock-og/template';
export const hello = defineTemplate({
  name: 'hello',
  description: 'A greeting.',
  props: z.strictObject({ title: text(120, 'The title'), size: z.number().optional() }),
  examples: { short: { title: 'Hello' } },
  fonts: [{ family: 'Inter', weights: [700] }],
  viewport: 'og',
  alt: ({ title }) => title.toUpperCase(),
  render: ({ title, size = 8 }, { viewport }) => (
    <main class="a" style={{ width: viewport.width }}>
      <h1 data-fit="0.4" style={{ fontSize: size * 16 }}>{title}</h1>
    </main>
  ),
  css: css\`main { height: 100% }\`,
});`;

const program = `import { defineConfig, metaTags, openProject } from 'cardstock-og';
import { hello } from './hello.js';
export default defineConfig({ templates: [hello], paths: { card: '/api/og' } });
export async function answer(card: { template: string; props: Record<string, unknown> }) {
  const cardstock = await openProject('.');
  const { bytes, type } = await cardstock.render(card);
  const image = await cardstock.openGraph(card);
  const tags = metaTags({ title: 'Hello', url: 'https://example.com/', image }).html;
  return { tags, images: [image], response: new Response(bytes, { headers: { 'content-type': type } }) };
}`;

/** A folder that sees the package alone: beside what it needs, as npm lays it out, or by a link, as pnpm does. */
async function makeConsumer(resolution: string, layout: string): Promise<string> {
  const folder = join(layout === 'npm' ? project : elsewhere, resolution);
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  if (layout === 'pnpm')
    symlinkSync(join(project, 'node_modules/cardstock-og'), join(folder, 'node_modules/cardstock-og'));
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2024',
    lib: ['es2024', 'dom'],
    types: [],
    jsx: 'react-jsx',
    jsxImportSource: 'cardstock-og',
    module: resolution === 'bundler' ? 'esnext' : 'nodenext',
    moduleResolution: resolution,
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }),
  );
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  writeFileSync(join(folder, 'hello.tsx'), template);
  writeFileSync(join(folder, 'program.ts'), program);
  return folder;
}

describe('the package, installed somewhere else', () => {
  it('has all that its exports name, its Netlify plugin, and no tests', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, Record<string, string>>;
    };
    const named = Object.values(exports).flatMap((entry) => Object.values(entry));
    const files = [...named, './src/project/wrappers/netlify-plugin/index.js'];
    expect(packed).toEqual(expect.arrayContaining(files.map((file) => file.replace('./', 'package/'))));
    const isSource = (path: string) => /\btest\b|\.tsx?$(?<!\.d\.ts)/.test(path);
    expect(packed.filter((path) => isSource(path) && !path.startsWith('package/templates/'))).toEqual([]);
  });

  it('gives a site its cards', async () => {
    expect(await cardstock('build', 'public', '--site', 'https://example.com')).toContain('1 with a card');
    expect(readFileSync(join(project, 'public/index.html'), 'utf8')).toContain('og:image');
  });

  it('starts a project, whose template is drawn', async () => {
    expect(await cardstock('init')).toContain('wrote cards/hello.tsx');
    await cardstock('render', 'hello', '--out', 'hello.png');
    expect(existsSync(join(project, 'hello.png'))).toBe(true);
  });

  it('has every door that it names', async () => {
    const script = `
      const names = ['', '/template', '/templates', '/astro', '/eleventy', '/vite'];
      await Promise.all(names.map((name) => import('cardstock-og' + name)));
      await import('./node_modules/cardstock-og/src/project/wrappers/netlify-plugin/index.js');
      const { cardUrl } = await import('cardstock-og');
      console.log(await cardUrl({ template: 'hello', props: { title: 'Hello' } }));`;
    writeFileSync(join(project, 'doors.js'), script);
    const { stdout } = await run(process.execPath, ['doors.js'], { cwd: project });
    expect(stdout).toMatch(/^https:\/\/example\.com\/og\/[\w-]+\.jpg/);
  });

  it.each([
    ['bundler', 'npm'],
    ['nodenext', 'npm'],
    ['bundler', 'pnpm'],
    ['nodenext', 'pnpm'],
  ])(
    'has types for a template and a program, by %s, with nothing else installed, as %s does',
    async (...kind) => {
      const consumer = await makeConsumer(...kind);
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      const compiled = run(process.execPath, [tsc, '--project', consumer]);
      await expect(
        compiled.catch((error: unknown) => (error as { stdout: string }).stdout),
      ).resolves.toMatchObject({
        stdout: '',
      });
    },
  );

  it('has types that need nothing but those of Node', async () => {
    for (const name of ['@types/node', 'undici-types']) {
      cpSync(join(root, 'node_modules', name), join(project, 'node_modules', name), { recursive: true });
    }
    const names = ['', '/template', '/templates', '/jsx-runtime', '/astro', '/eleventy', '/vite'];
    const imports = names.map((name, index) => `export * as door${index} from 'cardstock-og${name}';`);
    writeFileSync(join(project, 'doors.ts'), imports.join('\n'));
    const options = [
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--lib',
      'esnext,dom',
      '--strict',
      '--noEmit',
    ];
    const { stdout } = await run(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'doors.ts'],
      { cwd: project },
    ).catch((error: unknown) => error as { stdout: string });
    const ours = stdout.split('\n').filter((line) => /^(doors|node_modules\/cardstock-og\/)/.test(line));
    expect(ours).toEqual([]);
  });
});

/** Where sharp's binary and Chromium are those that Lambda needs. */
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('functions of a project', () => {
  const pnpm = ['--yes', 'pnpm@10.34.9', 'install', '--prefer-offline', '--ignore-scripts', '--silent'];
  const bundler = '@netlify/zip-it-and-ship-it';
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cardstock-functions-'));
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    writeOwnProject(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['npm', () => rename(join(project, 'node_modules'), join(folder, 'node_modules'))],
    ['pnpm', () => run('npx', [...pnpm, tarballFile, ...ownPackages], { cwd: folder })],
  ])('installed by %s carry all that it has, and draw the same elsewhere', async (_name, install) => {
    await install();
    const main = join(folder, 'node_modules/cardstock-og/dist/src/cli/main.js');
    const command = (...words: string[]) => run(process.execPath, [main, ...words], { cwd: folder });
    // Of Netlify's and not of the project: a link, to spare installing it.
    const netlify = join(folder, 'node_modules/@netlify');
    await mkdir(netlify, { recursive: true });
    symlinkSync(join(root, 'node_modules', bundler), join(netlify, 'zip-it-and-ship-it'));
    const { stdout } = await command('functions', '--check');
    expect(stdout).toMatch(/^own +same /m);
  });
});
