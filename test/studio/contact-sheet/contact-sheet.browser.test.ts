import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactSheet, type ContactSheet } from '../../../src/studio/contact-sheet/contact-sheet.ts';
import { drawMosaics } from '../../../src/studio/contact-sheet/mosaics.ts';
import { printer } from '../../../src/studio/contact-sheet/prints.ts';
import { photograph, samplesOf } from '../../../src/studio/contact-sheet/samples.ts';
import { Cardstock, InvalidParameterError, type Template, UnknownTemplateError } from '../../../src/index.ts';
import { article } from '../../../templates/article.tsx';
import { plain } from '../../../templates/plain.tsx';
import { countPixels } from '../../support/pixels.ts';

const { short } = article.examples;
const twoOfArticle: Template = {
  ...article,
  css: `${article.css} .title { flex: none; height: 6rem }`,
  examples: { short, 'too <long> & "odd"': { ...short, title: 'never-ending '.repeat(23) } },
};
const broken: Template = {
  ...plain,
  name: 'broken',
  examples: { short: { title: 'Never drawn' } },
  render: () => {
    throw new Error('the template has a bug');
  },
};
const cardstock = new Cardstock({
  templates: [twoOfArticle, broken],
  config: { allowUnsigned: true, browsers: 1 },
});
const variants = ['og', 'square'];

let folder: string;
let sheet: ContactSheet;
let page: string;
const progress: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardstock-contact-sheet-'));
  sheet = await contactSheet(cardstock, {
    outFolder: folder,
    variants,
    onProgress: ({ done, of, label }) => progress.push(`${done}/${of} ${label}`),
  });
  page = await readFile(sheet.page, 'utf8');
});
afterAll(async () => {
  await cardstock.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a contact sheet', () => {
  it('has every example in every size, and says each as it is done', () => {
    expect(sheet.cards).toBe(6);
    expect(page.match(/<li>/g)).toHaveLength(6);
    expect(progress).toHaveLength(6);
    expect(progress[0]).toBe('1/6 article, short, og');
  });

  it('shows pictures of both widths that lie beside the page', async () => {
    const sources = Array.from(page.matchAll(/<img src="([^"]+)"/g), ([, source]) => source!);
    expect(sources).toHaveLength(4 * 2);
    for (const source of sources) {
      const { width } = await sharp(join(folder, source)).metadata();
      expect(width).toBe(source.endsWith('-600.webp') ? 600 : 300);
    }
  });

  it('links each card as it is, with its size and its weight', async () => {
    const [, file] = page.match(/<a href="(cards\/article-1-short-og[^"]+)"/)!;
    const bytes = await readFile(join(folder, file!));
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    expect(page).toContain(`1200×630, ${Math.round(bytes.length / 1000)} kB`);
  });

  it('has the text for those who cannot see, and what is not as it should be', () => {
    expect(page).toContain('alt="Every page deserves a picture');
    expect(page.match(/some text is too long/g)).toHaveLength(2);
  });

  it('escapes the names of examples', () => {
    expect(page).toContain('article, too &lt;long> &amp; &quot;odd&quot;');
    expect(page).not.toContain('<long>');
  });

  it('runs no script and asks nothing of any server', () => {
    expect(page).not.toMatch(/<script|https?:|\/\//);
  });

  it('keeps a place for a card that could not be made, with the reason', () => {
    expect(sheet.failures).toHaveLength(2);
    expect(sheet.failures[0]).toMatch(/^broken, short, og: .*the template has a bug/);
    expect(page.match(/class="failure"/g)).toHaveLength(2);
  });

  it('comes as one picture, too, with a red tile for what could not be made', async () => {
    expect(sheet.pictures).toEqual([join(folder, 'contact-sheet.png')]);
    const picture = await readFile(sheet.pictures[0]!);
    const rows = 2 * (44 + 16) + 158 + 300 + (2 * (44 + 16) + 158 + 300) + 16;
    expect(await sharp(picture).metadata()).toMatchObject({ width: 2 * 316 + 16, height: rows });
    expect(await countPixels(picture, [0xb0, 0x00, 0x20], 2)).toBeGreaterThan(0.99 * 300 * (158 + 300));
  });

  it('forgets the cards of an earlier one', async () => {
    await contactSheet(cardstock, { outFolder: folder, templates: ['article'], variants: ['x'] });
    const files = await readdir(join(folder, 'cards'));
    expect(files.filter((file) => !file.includes('-x'))).toEqual([]);
    expect(files).toHaveLength(2 * 3);
  });
});

describe('a contact sheet of what is not there', () => {
  it('is refused with the names there are', async () => {
    const unknown = contactSheet(cardstock, { outFolder: folder, templates: ['nothing'] });
    await expect(unknown).rejects.toThrow(UnknownTemplateError);
    const wrongSize = contactSheet(cardstock, { outFolder: folder, variants: ['huge'] });
    await expect(wrongSize).rejects.toThrow(InvalidParameterError);
    await expect(wrongSize).rejects.toThrow('og@2x');
  });
});

describe('the picture of very many cards', () => {
  it('has smaller tiles, and there is one of each size', async () => {
    const samples = samplesOf(cardstock.templates, { templates: ['article'], variants: ['og', 'portrait'] });
    const print = printer(folder);
    const prints = await Promise.all(
      samples.map(async (sample) => print(sample, await photograph(sample, cardstock))),
    );
    const many = Array.from({ length: 5 }, () => prints).flat();
    const maxPixels = 2_000_000;
    const pictures = await drawMosaics(many, cardstock, folder, maxPixels);
    expect(pictures).toEqual(
      ['', '-og', '-portrait'].map((size) => join(folder, `contact-sheet${size}.png`)),
    );
    const widths: number[] = [];
    for (const file of pictures) {
      const { width, height } = await sharp(file).metadata();
      expect(width * height).toBeLessThanOrEqual(maxPixels);
      widths.push(width);
    }
    expect(widths[1]).toBe(10 * 316 + 16);
    expect(widths[0]).toBeLessThan(widths[1]!);
  });
});
