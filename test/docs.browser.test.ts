import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { Cardstock } from '../src/index.ts';
import { loadProject } from '../src/project/load-project.ts';
import { chooseCard } from '../src/site/build/choose-card.ts';
import { readPage } from '../src/site/read/page/read-page.ts';
import { templates } from '../templates/index.ts';

// What the documents say, held against what the code does; `make docs` remakes what drifted.
const root = join(import.meta.dirname, '..');
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
    const { config } = await loadProject(join(root, 'examples/html'));
    const html = await readFile(join(root, 'examples/html/public/fog.html'), 'utf8');
    const page = readPage(html, { path: 'fog.html', siteUrl: `${config.site}/`, siteName: config.name });
    const draft = await cardstock.draft(chooseCard(page, config, cardstock.templates)!);
    const { bytes } = await cardstock.develop(draft);
    expect((await readFile(join(root, 'docs/images/fog.jpg'))).equals(bytes)).toBe(true);
    expect(readme).toContain(`<meta property="og:image" content="${config.site}/og/${draft.key}.jpg" />`);
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
