import { expect, it, vi } from 'vitest';
import { pathToFileURL } from 'node:url';
import astro from '../../src/project/wrappers/astro.ts';
import eleventy from '../../src/project/wrappers/eleventy.ts';
import { onPostBuild } from '../../src/project/wrappers/netlify.ts';
import nuxt from '../../src/project/wrappers/nuxt.ts';
import vite from '../../src/project/wrappers/vite.ts';
import { makeSite, page } from '../site/build/support.ts';

type Lines = { readonly info: string[]; readonly warn: string[] };

/** A tool with a log of its own that has built one page, by its plugin. */
type Tool = (
  folder: string,
  options: { site?: string; dryRun?: boolean; projectFolder?: string },
  lines: Lines,
) => Promise<void>;

const loggerOf = ({ info, warn }: Lines) => ({
  info: (line: string) => void info.push(line),
  warn: (line: string) => void warn.push(line),
});

const tools: Readonly<Record<string, Tool>> = {
  Astro: (folder, options, lines) =>
    astro(options).hooks['astro:build:done']({ dir: pathToFileURL(`${folder}/`), logger: loggerOf(lines) }),
  Vite: async (folder, options, lines) => {
    const plugin = vite(options);
    plugin.configResolved({ root: '/', base: '/', build: { outDir: folder }, logger: loggerOf(lines) });
    await plugin.closeBundle.handler();
  },
  Nuxt: async (folder, options, lines) => {
    let built: Promise<void> | undefined;
    const nitro = { options: { static: true, output: { publicDir: folder } }, logger: loggerOf(lines) };
    nuxt(options, {
      options: { dev: true, app: { baseURL: '/' }, nitro: {} },
      hook: (_event, listener) => (built = listener(nitro)),
    });
    await built;
  },
  Eleventy: async (folder, options, lines) => {
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.info.push(line));
    vi.spyOn(console, 'warn').mockImplementation((line: string) => void lines.warn.push(line));
    const listeners: ((finished: never) => unknown)[] = [];
    eleventy(
      { on: (_event: string, listener: (finished: never) => unknown) => listeners.push(listener) },
      options,
    );
    await listeners[1]!({ runMode: 'build', directories: { output: folder } } as never);
  },
};

it.each([
  ['Astro', ''],
  ['Vite', 'cardstock: '],
  ['Nuxt', 'cardstock: '],
  ['Eleventy', 'cardstock: '],
])('the plugin of %s speaks through the log of its tool, and once says who speaks', async (name, prefix) => {
  const { folder, project } = makeSite(
    { 'index.html': page() },
    { config: "{ routes: [{ match: '/**', template: 'plian' }] }" },
  );
  const lines: Lines = { info: [], warn: [] };
  await tools[name]!(folder, { site: 'https://example.com', dryRun: true, projectFolder: project }, lines);
  expect(lines.info).toEqual([`${prefix}0 pages with a card, 0 images made`]);
  expect(lines.warn).toEqual([
    expect.stringContaining(`${prefix}index.html: there is no template "plian". Did you mean "plain"?`),
  ]);
});

it.each([
  ['Astro', "site: 'https://example.com' in the config of Astro"],
  ['Vite', "site: 'https://example.com' in its options"],
  ['Nuxt', "site: 'https://example.com' in its options"],
  ['Eleventy', "site: 'https://example.com' in its options"],
])('the plugin of %s asks for the site by its own option', async (name, words) => {
  const { folder, project } = makeSite({ 'index.html': page() });
  const built = tools[name]!(folder, { projectFolder: project }, { info: [], warn: [] });
  await expect(built).rejects.toThrow(`Where will the site live? Say ${words}, or site: `);
});

it('the plugin of Netlify asks for it where its inputs are', async () => {
  const { folder } = makeSite({ 'index.html': page() });
  const cache = { restore: () => Promise.resolve(true), save: () => Promise.resolve(true) };
  const built = onPostBuild({
    constants: { PUBLISH_DIR: folder },
    inputs: {},
    utils: { cache, status: { show: () => undefined } },
  });
  await expect(built).rejects.toThrow('site under [plugins.inputs] in netlify.toml');
});
