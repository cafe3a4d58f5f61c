import { expect, it } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadProject } from '../../src/project/load-project.ts';

/** What is said of a config, without its folder. */
async function complaint(config: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'cardstock.config.mjs'), `export default ${config};`);
  return loadProject(folder).then(
    () => '',
    (error: Error) => error.message.replaceAll(`${folder}/`, ''),
  );
}

it.each([
  ['{\n  nmae: "Kiln News" }', ':2: there is no setting "nmae". Did you mean "name"?'],
  ['{ colour: "red" }', ':1: there is no setting "colour". Valid: site, name, language, '],
  ['{ site: 42 }', ':1: "site": expected an address, as in \'https://example.com\''],
  ['{\n\n  gallery: "no" }', ':3: "gallery": expected true or false'],
  ['{ images: "og" }', ":1: \"images\": expected a list, as in ['og', 'square']"],
  [
    '{ routes: [{ match: "/**", templat: "plain" }] }',
    ':1: there is no setting "routes.0.templat". Did you mean "template"?',
  ],
  [
    '{ routes: [{ match: "/**", template: "plain", fromPage: {} }] }',
    ':1: "routes.0.fromPage": expected a function of the page',
  ],
  [
    '{ sources: [{ name: "all", target: "a", retrie: 3 }] }',
    ':1: there is no setting "sources.0.retrie". Did you mean "retries"?',
  ],
  [
    '{ sources: { tech: { from: "a", prefx: "b" } } }',
    ':1: there is no setting "sources.tech.prefx". Did you mean "prefix"?',
  ],
  [
    '{ sources: { tech: { from: 3 } } }',
    ':1: "sources.tech.from": expected a folder, a list of addresses or s3',
  ],
  ['{ sources: "tech" }', ':1: "sources": expected sources by their names'],
])('a config that says %j is told what and where', async (config, message) => {
  expect(await complaint(config)).toContain(`cardstock.config.mjs${message}`);
});

it('all that is wrong is told at once, a line each', async () => {
  expect((await complaint('{ nmae: "x", site: 42 }')).split('\n')).toHaveLength(2);
});

it('a config that says all there is to say is taken', async () => {
  const config = `{ site: 'https://example.com', name: 'Kiln', language: 'en', templates: [], tailwind: false, variants: {},
    gallery: true, goldenFolder: 'g', imageHosts: [], imageFolder: '.', paths: { card: '/api/og' }, basePath: '/x',
    pictures: {}, sources: [{ name: 'all', target: 'public' }], defaults: { brand: '#0a7' }, images: ['og'],
    routes: [{ match: ({ path }) => path, template: 'plain', variant: 'og', format: 'png', fromPage() {} }, { match: '/**', template: 'plain', images: ['og'] }] }`;
  expect(await complaint(config)).toBe('');
  expect(await complaint('{ name: undefined }')).toBe('');
  expect(
    await complaint(
      '{ sources: { tech: { from: "./a", prefix: "b" }, all: { target: "public", retries: 1 } } }',
    ),
  ).toBe('');
});
