import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { FontUse } from '../../../src/card/fonts/faces.ts';
import { Cardstock, defineTemplate } from '../../../src/index.ts';
import { countPixels, meanDifference } from '../../support/pixels.ts';
import { packaged, unpackWoff } from './support/fonts.ts';

const folder = mkdtempSync(join(tmpdir(), 'cardstock-fonts-'));
const fileOf = (name: string, bytes: Buffer) => {
  writeFileSync(join(folder, name), bytes);
  return pathToFileURL(join(folder, name));
};
const mono = (kind: 'woff' | 'woff2' = 'woff2') =>
  packaged(`@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.${kind}`);
const variable = packaged('@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2');

/** Black on white, in nothing but the one font: where that fails it is Inter. */
function brand(name: string, use: Omit<FontUse, 'family'>) {
  return defineTemplate({
    name,
    description: 'A word in the font of somebody',
    props: z.strictObject({ title: z.string(), weight: z.coerce.number().default(400) }),
    examples: { one: { title: 'Hamburgefonstiv' } },
    fonts: [{ family: 'Brand', ...use }],
    css: 'body { background: #fff; color: #000 } p { font-family: Brand; font-size: 140px }',
    viewport: 'og',
    alt: ({ title }) => title,
    render: ({ title, weight }) => <p style={{ fontWeight: weight }}>{title}</p>,
  });
}

const cardstock = new Cardstock({
  config: { browsers: 1 },
  templates: [
    brand('woff2', { weights: [400], from: fileOf('brand.woff2', mono()) }),
    brand('woff', { weights: [400], from: fileOf('brand.woff', mono('woff')) }),
    brand('truetype', { weights: [400], from: fileOf('brand.ttf', unpackWoff(mono('woff'))) }),
    brand('package', { weights: [400], from: '@fontsource/jetbrains-mono' }),
    brand('static', { weights: [400, 700], from: fileOf('static.woff2', mono()) }),
    brand('variable', { weights: [200, 500, 800], from: fileOf('variable.woff2', variable) }),
    { ...brand('no-font', { weights: [] }), fonts: [] },
  ],
});
afterAll(async () => {
  await cardstock.close();
  rmSync(folder, { recursive: true });
});

async function pictureOf(template: string, weight = 400) {
  const props = { title: 'Hamburgefonstiv', weight: String(weight) };
  return (await cardstock.render({ template, props, format: 'png' })).bytes;
}
const inkOf = async (template: string, weight: number) =>
  countPixels(await pictureOf(template, weight), [0, 0, 0], 100);

describe("a font of a template's own", () => {
  test.each(['woff', 'truetype', 'package'])('looks as %s as it does as WOFF2', async (kind) => {
    const picture = await pictureOf('woff2');
    expect(await meanDifference(await pictureOf(kind), picture)).toBeLessThan(0.1);
    expect(await meanDifference(await pictureOf('no-font'), picture)).toBeGreaterThan(1);
  });

  test('is as bold as it is asked to be, where it is variable', async () => {
    const [light, medium, bold] = [
      await inkOf('variable', 200),
      await inkOf('variable', 500),
      await inkOf('variable', 800),
    ];
    expect(light).toBeGreaterThan(5_000);
    expect(medium).toBeGreaterThan(1.2 * light);
    expect(bold).toBeGreaterThan(1.2 * medium);
  });

  test('looks the same in each weight it stands in for', async () => {
    expect(await meanDifference(await pictureOf('static', 400), await pictureOf('static', 700))).toBe(0);
  });
});
