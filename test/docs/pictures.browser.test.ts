import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { builtExamplePage } from '../../docs/example-page.js';
import { Cardstock } from '../../src/index.ts';
import { buildSite } from '../../src/project/build-site.ts';

import { templates } from '../../templates/index.ts';

// What the documents say, held against what the code does; `make docs` remakes what drifted.
const root = join(import.meta.dirname, '../..');
const readme = await readFile(join(root, 'README.md'), 'utf8');
const cardstock = new Cardstock({ templates });
afterAll(() => cardstock.close());

describe('a picture in the README', () => {
  it.each(templates.map((template) => [template.name, template] as const))(
    'of the template %s is the one that is made today, and so is its description',
    async (name, { description, examples }) => {
      const { bytes } = await cardstock.render({
        template: name,
        props: examples['short'] as object as never,
      });
      const shown = await readFile(join(root, `docs/images/${name}-short.jpg`));
      expect(shown.equals(bytes)).toBe(true);
      expect(readme).toContain(`docs/images/${name}-short.jpg`);
      expect(readme.replaceAll(/\s+/g, ' ')).toContain(description);
    },
  );

  it('of a page is the one that a build gives it, with the tags that are shown', async () => {
    const { html, image } = await builtExamplePage(buildSite);
    expect((await readFile(join(root, 'docs/images/fog.jpg'))).equals(image)).toBe(true);
    for (const tag of html.split('\n')) expect(readme.replaceAll(/\s+/g, ' ')).toContain(tag.slice(0, 30));
    expect(readme).toContain(/<meta property="og:image" .*/.exec(html)![0]);
  });
});

it('every command that a document calls exists, and has a help with its options', async () => {
  const main = join(root, 'dist/src/cli/main.js');
  const help = promisify(execFile);
  const called = new Set([...readme.matchAll(/npx cardstock-og ([a-z][a-z-]*)/g)].map(([, name]) => name!));
  expect(called.size).toBeGreaterThan(10);
  for (const name of called) {
    const { stdout } = await help(process.execPath, [main, name, '--help']);
    expect(stdout).toContain(`Usage: cardstock ${name}`);
  }
});
