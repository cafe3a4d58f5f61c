import { afterAll, describe, expect, it } from 'vitest';
import { renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import type { VariantName } from '../../src/card/variants.ts';
import { createCamera } from '../../src/camera/camera.ts';
import { readConfig } from '../../src/config.ts';
import { code } from '../../templates/code.tsx';

const registry = new TemplateRegistry([code]);
const camera = await createCamera(readConfig({}, { browsers: 1 }));
afterAll(() => camera.close());

interface Listing {
  /** Of 1200 pixels of width. */
  fontSize: number;
  /** Lines of text on the card, of which some may be one line of code. */
  rows: number;
  numbers: number;
  isTooWide: boolean;
  /** Below the last whole row. */
  cutThrough: number;
  bottom: number;
}

const measure = `(() => {
  const pre = document.querySelector('pre');
  const { height, bottom } = pre.getBoundingClientRect();
  const style = getComputedStyle(pre);
  const lineHeight = parseFloat(style.lineHeight);
  return {
    fontSize: parseFloat(style.fontSize) * 1200 / innerWidth,
    rows: Math.round(height / lineHeight),
    numbers: pre.children.length,
    isTooWide: pre.scrollWidth > pre.clientWidth,
    cutThrough: Math.abs(height / lineHeight - Math.round(height / lineHeight)),
    bottom: bottom / innerHeight,
  };
})()`;

async function listing(text: string, variant: VariantName = 'og'): Promise<Listing> {
  const card = await resolveCard({ template: 'code', props: { code: text }, variant }, registry);
  return camera.inspect(renderDocument(card), async (view) => (await view.evaluate(measure)) as Listing);
}

const lines = (count: number, length: number) =>
  Array.from({ length: count }, () => 'words '.repeat(200).slice(0, length).trim()).join('\n');

describe('a listing', () => {
  it('is as large as its longest line lets it be', async () => {
    const { fontSize, rows, isTooWide } = await listing(lines(6, 40));
    expect(rows).toBe(6);
    expect(isTooWide).toBe(false);
    expect(fontSize).toBeGreaterThan(36);
  });

  it('is made smaller for more lines, and none is folded', async () => {
    const { fontSize, rows } = await listing(lines(9, 40));
    expect(rows).toBe(9);
    expect(fontSize).toBeLessThan(36);
    expect(fontSize).toBeGreaterThan(24);
  });

  it.each<VariantName>(['og', 'x', 'square', 'portrait'])(
    'folds lines in %s that are too long at 24 pixels of 1200, and is no smaller',
    async (variant) => {
      const { fontSize, rows, numbers, isTooWide } = await listing(lines(6, 100), variant);
      expect(fontSize).toBeCloseTo(24, 1);
      expect([rows, numbers, isTooWide]).toEqual([12, 6, false]);
    },
  );

  it('breaks a word that is longer than a line', async () => {
    expect(await listing(`${'x'.repeat(150)}\n\n\n\n\n`.concat('y'))).toMatchObject({ isTooWide: false });
  });

  it('sets a single line like a headline', async () => {
    const { fontSize, rows } = await listing('npm install cardstock');
    expect(fontSize).toBeGreaterThan(70);
    expect(rows).toBe(1);
    const folded = await listing('npm install --save-dev cardstock typescript');
    expect(folded.fontSize).toBe(fontSize);
    expect(folded.rows).toBe(3);
  });

  it('runs off the card in whole lines where there is no room for more', async () => {
    const { fontSize, rows, cutThrough, bottom } = await listing(lines(18, 30));
    expect(fontSize).toBeCloseTo(24, 1);
    expect(rows).toBeLessThan(18);
    expect(cutThrough).toBeLessThan(0.02);
    expect(bottom).toBeGreaterThan(0.93);
    expect(bottom).toBeLessThanOrEqual(1);
  });

  it('has eighteen lines at most', async () => {
    expect(await listing(lines(30, 30), 'portrait')).toMatchObject({ rows: 18, numbers: 18 });
  });
});
