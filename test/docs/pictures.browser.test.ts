import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { builtExamplePage } from '../../docs/example-page.js';
import { Cardstock, openProject } from '../../src/index.ts';
import { buildSite } from '../../src/project/build-site.ts';
import { templates } from '../../templates/index.ts';
import { listDocuments, readDocument, root } from './markdown.ts';

// What the documents show, held against what the code does; `make docs` remakes what drifted.
const cardstock = new Cardstock({ templates });
afterAll(() => cardstock.close());

const picture = (name: string) => readFile(join(root, 'docs/images', name));

describe('a picture in the documents', () => {
  it.each(templates.map((template) => [template.name, template] as const))(
    'of the template %s is the one that is made today',
    async (name, { examples }) => {
      const { bytes } = await cardstock.render({
        template: name,
        props: examples['short'] as object as never,
      });
      expect((await picture(`${name}-short.jpg`)).equals(bytes)).toBe(true);
      expect(await sharp(await picture(`small/${name}.webp`)).metadata()).toMatchObject({ width: 720 });
    },
  );

  it('of a page is the one that a build gives it, with the tags that are shown', async () => {
    const { html, image } = await builtExamplePage(buildSite);
    expect((await picture('fog.jpg')).equals(image)).toBe(true);
    expect(readDocument('docs/start/html.md')).toContain(html);
  });

  it('of a sample is what that sample draws, and light enough for a page', async () => {
    const { designPictures } = (await import(join(root, 'docs/remake/design-pictures.js'))) as {
      designPictures: (open: typeof openProject) => Promise<Record<string, Uint8Array>>;
    };
    const drawn = Object.entries(await designPictures(openProject));
    expect(drawn.length).toBeGreaterThan(10);
    for (const [file, bytes] of drawn) {
      expect([file, (await picture(file)).equals(bytes)]).toEqual([file, true]);
      expect(bytes.byteLength).toBeLessThan(60_000);
    }
  });
});

it('every command that a document calls exists', async () => {
  const { createProgram } = await import('../../src/cli/program.ts');
  const known = new Set(createProgram('').commands.map((command) => command.name()));
  const texts = (await listDocuments()).map(readDocument).join('\n');
  const called = new Set([...texts.matchAll(/npx cardstock-og ([a-z][a-z-]*)/g)].map(([, name]) => name!));
  expect([...called].filter((name) => !known.has(name))).toEqual([]);
});
