import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { Cardstock, variantNames, variants } from '../src/index.ts';
import type { RawProps } from '../src/card/props.ts';
import { templates } from '../templates/index.ts';

const cardstock = new Cardstock({ templates });
afterAll(() => cardstock.close());

const cards = templates.map(({ name, examples }) => ({
  name,
  examples: Object.entries(examples as Record<string, RawProps>),
}));

/** What each design must be shown to bear. */
const wanted = ['short', 'long', 'rtl', 'cjk', 'emoji'];

describe.each(cards)('$name', ({ name, examples }) => {
  it('has examples of every kind, in both themes and more than one colour', () => {
    const names = examples.map(([example]) => example);
    expect(names).toEqual(expect.arrayContaining(wanted));
    expect(names[0]).toBe('short');
    expect(names.some((example) => ['no image', 'bare', 'title only'].includes(example))).toBe(true);
    const themes = new Set(examples.map(([, { theme = 'light' }]) => theme));
    expect([...themes].sort()).toEqual(['dark', 'light']);
    expect(new Set(examples.map(([, { brand }]) => brand)).size).toBeGreaterThan(1);
  });

  it.each(examples)('draws the example "%s", and says in words what it shows', async (_example, props) => {
    const image = await cardstock.render({ template: name, props });
    expect(image).toMatchObject({
      width: 1200,
      height: 630,
      missingGlyphs: [],
      missingFonts: [],
      missingImages: [],
      overBudget: false,
    });
    const { channels, isOpaque } = await sharp(image.bytes).stats();
    expect(isOpaque).toBe(true);
    // Text, ground and accents: a card without its text has next to no deviation.
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(20);
    expect(image.alt.length).toBeGreaterThan(3);
    expect(image.alt).not.toMatch(/undefined|null|\[object|NaN/);
  });
});

it.each(variantNames)('every template fills the variant %s', async (variant) => {
  const { width, height, deviceScaleFactor } = variants[variant];
  for (const { name, examples } of cards) {
    const image = await cardstock.render({ template: name, props: examples[0]![1], variant });
    expect(image).toMatchObject({ width: width * deviceScaleFactor, height: height * deviceScaleFactor });
  }
});

it('makes the same bytes twice', async () => {
  for (const format of ['jpeg', 'png', 'webp']) {
    const { name, examples } = cards[0]!;
    const request = { template: name, props: examples[0]![1], format };
    const [first, second] = [await cardstock.render(request), await cardstock.render(request)];
    expect(second.bytes).toEqual(first.bytes);
  }
});
