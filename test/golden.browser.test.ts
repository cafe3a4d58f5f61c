import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { Cardstock, type Template } from '../src/index.ts';
import { article } from '../templates/article.tsx';
import { templates } from '../templates/index.ts';
import {
  differences,
  goldenFile,
  photographCells,
  readGolden,
  toSheet,
  writeSheet,
} from './support/golden.ts';

/** Goldens are of the browser we pin; another one draws letters in its own way. */
const hasPinnedBrowser =
  process.platform === 'linux' && process.arch === 'x64' && !process.env['CARDSTOCK_CHROME'];
const isRemaking = process.env['UPDATE_GOLDEN'] === '1';
const actualFolder = join(import.meta.dirname, '../out/golden');

describe.skipIf(!hasPinnedBrowser)('the golden picture', () => {
  const cardstock = new Cardstock({ templates });
  afterAll(() => cardstock.close());

  it.each(templates.map((template: Template) => ({ name: template.name, template })))(
    'of $name shows every example as it is drawn now',
    async ({ name, template }) => {
      const cells = await photographCells(template, cardstock);
      if (isRemaking) return writeSheet(goldenFile(name), cells);
      const golden = await readGolden(name);
      const found = golden ? await differences(cells, golden) : ['there is no golden yet'];
      if (found.length === 0) return;
      const actual = join(actualFolder, `${name}.webp`);
      await writeSheet(actual, cells);
      expect.fail(
        `${name} is not drawn as test/golden/${name}.webp has it:\n  ${found.join('\n  ')}\n` +
          `See ${actual}. If that is how it should be: UPDATE_GOLDEN=1 make test TESTS=test/golden`,
      );
    },
  );

  it('is there for each template and for nothing else, and all are small', async () => {
    const folder = dirname(goldenFile('any'));
    const files = await readdir(folder);
    expect(files.sort()).toEqual(templates.map(({ name }) => `${name}.webp`).sort());
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });
});

describe('the comparison with a golden', () => {
  /** What it says of `article` with some more CSS. */
  async function differencesWith(css: string): Promise<string[]> {
    const draw = async (template: Template) => {
      const cardstock = new Cardstock({ templates: [template], config: { browsers: 1 } });
      onTestFinished(() => cardstock.close());
      const { short } = template.examples;
      return photographCells({ ...template, examples: { short } }, cardstock);
    };
    const golden = await toSheet(await draw(article));
    return differences(await draw({ ...article, css: article.css + css }), golden);
  }

  it('finds nothing where nothing has changed', async () => {
    expect(await differencesWith('')).toEqual([]);
  });

  it.each([
    ['a header one pixel further right', 'header { transform: translateX(1px) }'],
    ['a headline one pixel lower', 'h1 { transform: translateY(1px) }'],
    ['a little more grey', 'main { --soft: #777 !important }'],
    ['another red of one dot', 'main { --accent: #c0392b !important }'],
    ['a ground four levels darker', 'main { filter: brightness(0.985) }'],
  ])('names the example for %s', async (_change, css) => {
    expect((await differencesWith(css)).join()).toMatch(/^"short", og: /);
  });
});
