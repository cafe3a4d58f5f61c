import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cardstock } from '../../../src/index.ts';
import { defineTemplate, image, text, z } from '../../../src/template.ts';
import type { Receipt } from '../../../src/serve/explain/receipt.ts';
import { receiptTable } from '../../../src/cli/receipt-table.ts';
import { columnsOf } from '../../../src/site/doctor/wrap.ts';
import { templates } from '../../../templates/index.ts';

const poster = defineTemplate({
  name: 'poster',
  description: 'A headline in a box, a line, and pictures.',
  props: z.strictObject({
    title: text(300, 'The title'),
    site: text(40, 'The site').default('nowhere'),
    brand: text(10, 'The colour').default('red'),
    note: text(300, 'A line').optional(),
    photo: image('A photo', { maxPixelsSide: 100 }).optional(),
  }),
  examples: { short: { title: 'Short', site: 'example.com' } },
  fonts: [{ family: 'Inter', weights: [400, 700] }],
  viewport: 'og',
  alt: ({ title }) => title,
  css: '.box{height:200px;width:600px}h1{font:700 100px/1.1 Inter}p{font:400 30px Inter;text-transform:uppercase;width:300px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}',
  render: ({ title, note, photo }) =>
    `<div class="box"><h1 data-fit="0.5">${title}</h1></div>${note ? `<p>${note}</p>` : ''}${photo ? `<img src="${photo}">` : ''}`,
});

let cardstock: Cardstock;
beforeAll(() => {
  cardstock = new Cardstock({
    templates: [poster, ...templates],
    config: { browsers: 1, store: 'none' },
    defaults: { brand: 'blue' },
    environment: { OG_LANG: 'pt-BR' },
  });
});
afterAll(() => cardstock.close());

const explain = (props: object, more: object = {}): Promise<Receipt> =>
  cardstock.explain({ template: 'poster', props: { ...props }, ...more }, { isOwn: true, anySource: true });

describe('a receipt', () => {
  it('tells where each prop is from', async () => {
    const { props, example } = await explain({ title: 'Given' }, { example: 'short' });
    expect(example).toBe('short');
    expect(Object.fromEntries(props.map(({ name, from }) => [name, from]))).toEqual({
      title: 'given',
      site: 'example',
      brand: 'config',
    });
    const ofSchema = await explain({ title: 'Given' }, { isComplete: true });
    expect(ofSchema.props).toContainEqual({ name: 'brand', value: 'red', from: 'default' });
  });

  it.each([
    ['given', 'Olá', { lang: 'de' }, { tag: 'de', because: 'given', script: 'Latn' }],
    ['guessed', '日本語のカード', {}, { tag: 'ja', because: 'script', script: 'Jpan' }],
    ['that of the site', 'Olá', {}, { tag: 'pt-BR', because: 'site', script: 'Latn' }],
  ])('tells that the language is %s', async (_name, title, more, expected) => {
    expect((await explain({ title }, more)).language).toEqual(expected);
  });

  it('tells which file draws which words, and what nothing draws', async () => {
    const { runs, missingGlyphs, clamps, findings } = await explain({
      title: 'Кот and 猫 𓀀',
      note: 'straße '.repeat(20),
    });
    const [title, note] = runs;
    expect(title!.fonts.map(({ file, characters }) => [file.replace(/-\d+-wght/, ''), characters])).toEqual([
      ['inter-cyrillic-700-normal', 'Кот'],
      ['inter-latin-700-normal', 'and'],
      ['noto-sans-sc-normal', '猫'],
    ]);
    expect(note!.fonts).toMatchObject([{ file: 'inter-latin-400-normal', characters: 'STRAE' }]);
    expect(missingGlyphs).toEqual(['U+13000']);
    expect(clamps.map(({ selector }) => selector)).toEqual(['p']);
    expect(findings).toHaveLength(2);
  });

  it('tells the sizes of a headline that were tried, the one that was taken, and what was cut', async () => {
    const whole = await explain({ title: 'Short' });
    expect(whole.headlines[0]).toMatchObject({
      largest: 100,
      smallest: 50,
      taken: 100,
      tried: [{ fits: true }],
    });
    const fitted = (await explain({ title: 'Words for a few lines of it, and not more' })).headlines[0]!;
    expect(fitted.taken).toBeLessThan(100);
    expect(fitted.tried.slice(0, 2)).toEqual([
      { size: 100, fits: false },
      { size: 50, fits: true },
    ]);
    expect(fitted.tried.find(({ size }) => Math.abs(size - fitted.taken) < 0.1)).toMatchObject({
      fits: true,
    });
    const cut = await explain({ title: 'Far too many words '.repeat(12) });
    expect(cut.headlines[0]!.tried.every(({ fits }) => !fits)).toBe(true);
    expect(cut.clamps.map(({ selector }) => selector)).toEqual(['h1']);
  });

  it('tells of each picture its source, its size and what became of it', async () => {
    const create = { width: 400, height: 200, channels: 3, background: '#0af' } as const;
    const png = await sharp({ create }).png().toBuffer();
    const url = `data:image/png;base64,${png.toString('base64')}`;
    const [shown] = (await explain({ title: 'x', photo: url })).pictures;
    expect(shown).toMatchObject({ prop: 'photo', width: 100, height: 50, outcome: 'shown' });
    expect(shown!.source).toMatch(/^data:image\/png;base64,.{10,60}\(\d+ letters\)$/);
    const [missing] = (await explain({ title: 'x', photo: 'http://127.0.0.1/x.png' })).pictures;
    expect(missing).toMatchObject({ prop: 'photo', source: 'http://127.0.0.1/x.png' });
    expect(missing!.outcome).not.toBe('shown');
  });

  it('is of the very picture that is rendered, its key and its bytes', async () => {
    const request = { template: 'poster', props: { title: 'Same' }, format: 'webp' };
    const [receipt, picture, draft] = await Promise.all([
      cardstock.explain(request),
      cardstock.render(request),
      cardstock.draft(request),
    ]);
    expect(receipt.image).toMatchObject({ format: 'webp', quality: 85, bytes: picture.bytes.length });
    expect(receipt.image.budgetBytes).toBe(300_000);
    expect(receipt.identity.version).toMatch(/^[\w-]{8}$/);
    expect(receipt.identity.parts.fonts).toEqual(draft.document.faces.map(({ id }) => id));
    expect(receipt.timings.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['parse', 'html', 'frame']),
    );
  });

  it('tells whether a request would find it', async () => {
    const request = { template: 'poster', props: { title: 'Kept' } };
    expect((await cardstock.explain(request)).cache).toEqual({ state: 'none' });
    const path = `${cardstock.config.paths.card}?template=poster&title=Kept`;
    const { headers } = await cardstock.respond(new Request(`http://localhost${path}`));
    const { cache, identity } = await cardstock.explain(request);
    expect(cache).toMatchObject({ state: 'memory', isSame: true });
    expect(headers.get('etag')).toBe(`"${identity.key}"`);
  });

  it.each([40, 80, 120])('fits into %i columns, whatever is in it', async (columns) => {
    const receipt = await explain({
      title: '長い日本語のタイトル '.repeat(6),
      note: 'x'.repeat(200),
      photo: `https://example.com/${'y'.repeat(200)}.png`,
    });
    const lines = receiptTable(receipt, columns).split('\n');
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
    expect(lines).toEqual(expect.arrayContaining(['Card', 'Props', 'Words', 'Headlines', 'Pictures']));
  });

  it('is plain data', async () => {
    const receipt = await explain({ title: 'Plain' });
    expect(JSON.parse(JSON.stringify(receipt))).toEqual(JSON.parse(JSON.stringify(structuredClone(receipt))));
  });
});
