import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourcesOf } from '../src/project/eject/sources.ts';
import { templates } from '../templates/index.ts';
import { page } from './site/build/support.ts';
import { freePort } from './support/free-port.ts';
import { ownPackages, writeOwnProject } from './support/own-project.ts';
import { blocksOf, commandsOf } from './support/readme.ts';
import { type Installer, packPackage, StrangersProject } from './support/strangers-project.ts';

const root = join(import.meta.dirname, '..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const run = promisify(execFile);
/** Hundreds of packages, where nothing else is spared. */
const patienceMs = 300_000;

/** Lines of the README that are not run here, and why. Whoever adds one says why, too. */
const notRun: readonly (readonly [line: RegExp, why: string])[] = [
  [/^npm install --save-dev cardstock-og$/, 'it is done already, with the package as it is now'],
];

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  declaration: true,
  noEmit: true,
  skipLibCheck: true,
  module: 'nodenext',
  target: 'es2024',
  types: [],
};

/** Projects to begin in, of which the first has no config for its compiler. */
const kinds: Readonly<Record<string, { readonly type: string; readonly tsconfig?: object }>> = {
  bare: { type: 'module' },
  module: { type: 'module', tsconfig: { compilerOptions: strict } },
  commonjs: { type: 'commonjs', tsconfig: { compilerOptions: strict } },
};

const program = `import { defineConfig, metaTags, openProject } from 'cardstock-og';
import { hello } from './cards/hello.js';
export default defineConfig({ templates: [hello], paths: { card: '/api/og' } });
export async function answer(card: { template: string; props: Record<string, unknown> }) {
  const cardstock = await openProject('.');
  const { bytes, type } = await cardstock.render(card);
  const image = await cardstock.openGraph(card);
  const tags = metaTags({ title: 'Hello', url: 'https://example.com/', image }).html;
  return { tags, images: [image], response: new Response(bytes, { headers: { 'content-type': type } }) };
}`;

/** Doors that a program may come in by. */
const runnable = [
  '',
  '/template',
  '/templates',
  '/og',
  '/lambda',
  '/astro',
  '/eleventy',
  '/next',
  '/nuxt',
  '/vite',
];

let packing: string;
let tarball: string;

beforeAll(async () => {
  packing = mkdtempSync(join(tmpdir(), 'cardstock-packed-'));
  tarball = await packPackage(packing);
});
afterAll(() => rmSync(packing, { recursive: true, force: true }));

it('the package has all that its exports name, its Netlify plugin, its designs, and no tests', async () => {
  const packed = (await run('tar', ['-tzf', tarball])).stdout.trim().split('\n');
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, Record<string, string> | string>;
  };
  const named = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? entry : Object.values(entry),
  );
  const files = [...named, './src/project/wrappers/netlify-plugin/index.js', './templates/article.tsx'];
  expect(packed).toEqual(expect.arrayContaining(files.map((file) => file.replace('./', 'package/'))));
  const isSource = (path: string) => /\btest\b|\.tsx?$(?<!\.d\.ts)/.test(path);
  expect(packed.filter((path) => isSource(path) && !path.startsWith('package/templates/'))).toEqual([]);
});

describe.each<[Installer]>([['npm'], ['pnpm']])('the package, installed by %s in an empty folder', (by) => {
  let project: StrangersProject;

  beforeAll(async () => {
    project = new StrangersProject();
    await project.install(by, tarball, ...ownPackages);
    // Of TypeScript and of Netlify, and not of the project: links, to spare installing them.
    for (const name of ['@types/node', 'undici-types', '@netlify/zip-it-and-ship-it']) {
      const place = join(project.folder, 'node_modules', name);
      await mkdir(join(place, '..'), { recursive: true });
      if (name.startsWith('@netlify')) symlinkSync(join(root, 'node_modules', name), place);
      else cpSync(join(root, 'node_modules', name), place, { recursive: true });
    }
  }, patienceMs);
  afterAll(() => project.remove());

  it('does what each command of the README says, one after the other, with its third the first own card', async () => {
    project.write('public/index.html', page({ title: 'A site of a stranger' }));
    const lines = blocksOf()
      .filter(({ language }) => /^(?:sh|bash)$/.test(language))
      .flatMap(commandsOf);
    const own = lines.filter((line) => /^npm install|(?<!aws) init$| start$/.test(line));
    expect(own.length, 'from an empty folder to the first own card').toBeLessThanOrEqual(3);
    expect(notRun.filter(([pattern]) => !lines.some((line) => pattern.test(line)))).toEqual([]);
    for (const line of lines.filter((each) => !notRun.some(([pattern]) => pattern.test(each)))) {
      if (/ start$/.test(line)) await seeOwnCard(line);
      else expect(await project.type(line), line).toMatchObject({ code: 0 });
    }
  });

  /** What a person sees who opens the address. */
  async function seeOwnCard(line: string): Promise<void> {
    const { origin, stop } = await project.start(line, await freePort());
    try {
      const address = `${origin}/.netlify/functions/gen-opengraph-image?template=hello&title=Mine`;
      expect(await (await fetch(origin)).text()).toContain('hello');
      const { status, headers } = await fetch(address);
      expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    } finally {
      await stop();
    }
  }

  it('runs each sample of the README as it stands there', async () => {
    const samples = blocksOf().filter(({ language }) => /^tsx?$/.test(language));
    for (const [index, { language, text }] of samples.entries()) {
      const file = `samples/sample-${index}.${language === 'ts' ? 'mts' : 'tsx'}`;
      project.write(file, text);
      if (language === 'ts')
        expect(await project.type(`node ${file}`), text).toMatchObject({ code: 0, stderr: '' });
    }
  });

  it('has every door that it names', async () => {
    project.write(
      'doors.mjs',
      `await Promise.all(${JSON.stringify(runnable)}.map((name) => import('cardstock-og' + name)));
      await import('./node_modules/cardstock-og/src/project/wrappers/netlify-plugin/index.js');
      const { cardUrl } = await import('cardstock-og');
      console.log(await cardUrl({ template: 'hello', props: { title: 'Hello' } }));`,
    );
    const { stdout } = await project.type('node doors.mjs');
    expect(stdout).toMatch(/^https:\/\/example\.com\/og\/[\w-]+\.jpg/);
  });

  it('has types for what init and eject write and for the samples, in each kind of project', async () => {
    const names = Object.keys(kinds);
    for (const name of names) {
      const { type, tsconfig } = kinds[name]!;
      project.write(`${name}/package.json`, JSON.stringify({ type }));
      if (tsconfig) project.write(`${name}/tsconfig.json`, JSON.stringify(tsconfig));
      const begun = await project.type('cardstock-og init', {}, join(project.folder, name));
      expect(begun).toMatchObject({ code: 0 });
      if (tsconfig) project.write(`${name}/program.ts`, program);
    }
    const ejected = await project.type('cardstock-og eject article', {}, join(project.folder, 'bare'));
    expect(ejected.stdout).toContain('it draws every example as ours does');
    for (const { name } of templates) {
      for (const { path, text } of await sourcesOf(name)) project.write(`bare/cards/${path}`, text);
    }
    cpSync(join(project.folder, 'samples'), join(project.folder, 'bare/cards/samples'), { recursive: true });
    expect(await project.type(`node ${tsc} --build ${names.join(' ')}`)).toMatchObject({
      stdout: '',
      code: 0,
    });
  });

  it.runIf(by === 'npm')(
    'has types that need nothing but those of Node',
    async () => {
      const doors = [...runnable, '/jsx-runtime'];
      const lines = doors.map((name, index) => `export * as door${index} from 'cardstock-og${name}';`);
      project.write('doors.mts', lines.join('\n'));
      const options = '--module nodenext --target es2024 --lib esnext,dom --strict --noEmit doors.mts';
      const { stdout } = await project.type(`node ${tsc} ${options}`);
      const ours = stdout.split('\n').filter((line) => /^(?:doors|.*\/cardstock-og\/)/.test(line));
      expect(ours).toEqual([]);
    },
    patienceMs,
  );

  /** Where sharp's binary and Chromium are those that Lambda needs. */
  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'makes functions that carry all that a project has, and draw the same elsewhere',
    async () => {
      for (const name of ['cardstock.config.ts', 'cards', 'tsconfig.json']) {
        await rm(join(project.folder, name), { recursive: true, force: true });
      }
      writeOwnProject(project.folder);
      const { stdout } = await project.type('cardstock-og functions --check');
      expect(stdout).toMatch(/^own +same /m);
    },
    patienceMs,
  );
});
