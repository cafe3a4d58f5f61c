import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { Cardstock, variantNames, variants } from '../src/index.ts';
import { templates } from '../templates/index.ts';

const cardstock = new Cardstock({ templates });
afterAll(() => cardstock.close());

const cards = templates.flatMap((template) =>
  Object.entries<{ title: string }>(template.examples).map(([example, props]) => ({
    template,
    example,
    props,
  })),
);

describe.each(cards)('$template.name, $example', ({ template, props }) => {
  it.each(variantNames)('fills the variant %s', async (variant) => {
    const { width, height, deviceScaleFactor } = variants[variant];
    const image = await cardstock.render({ template: template.name, props, variant });
    expect(image).toMatchObject({ width: width * deviceScaleFactor, height: height * deviceScaleFactor });
    const { channels, isOpaque } = await sharp(image.bytes).stats();
    expect(isOpaque).toBe(true);
    // Text, ground and accents: a card without its text has next to no deviation.
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(20);
  });

  it('has a text for those who cannot see it', async () => {
    const { alt } = await cardstock.render({ template: template.name, props });
    expect(alt).toContain(props.title);
    expect(alt).not.toMatch(/undefined|null|\[object/);
  });
});

it('makes the same bytes twice', async () => {
  for (const format of ['jpeg', 'png', 'webp']) {
    const [request] = cards.map(({ template, props }) => ({ template: template.name, props, format }));
    const [first, second] = [await cardstock.render(request!), await cardstock.render(request!)];
    expect(first.bytes.equals(second.bytes)).toBe(true);
  }
});
