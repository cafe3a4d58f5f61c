import { describe, expect, test } from 'vitest';
import { renderDocument } from '../../../src/card/document.ts';
import { describeProps } from '../../../src/card/props.ts';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { resolveCard } from '../../../src/card/resolve.ts';
import { fit } from '../../../src/camera/page/fit.ts';
import { lintCard } from '../../../src/camera/lint/lint-card.ts';
import { templates } from '../../../templates/index.ts';
import { openCamera, startPlainBrowser } from '../../support/browsers.ts';
import { rawCard } from '../../support/cards.ts';
import { rgb } from '../../support/pixels.ts';

/** A headline of 100 px at most and 40 at least, in a box, after it was fitted. */
async function fitted(text: string, box = { width: 800, height: 300 }) {
  const page = await (await startPlainBrowser()).newPage();
  await page.setContent(
    `<style>[data-fit]:not([data-broken]){hyphens:none}[data-fit]:not([data-broken]) .joint{display:none}</style><div style="width:${box.width}px;height:${box.height}px"><h1 data-fit="0.4" style="margin:0;font:100px/1.1 serif">${text}</h1></div>`,
  );
  const result = (await page.evaluate(`
    const text = document.querySelector('h1');
    (${fit})(text);
    ({
      size: parseFloat(getComputedStyle(text).fontSize),
      height: text.getBoundingClientRect().height,
      isTooWide: text.scrollWidth > text.clientWidth,
      lines: text.style.webkitLineClamp,
      wrap: text.style.overflowWrap,
      isBroken: 'broken' in text.dataset,
    })`)) as {
    size: number;
    height: number;
    isTooWide: boolean;
    lines: string;
    wrap: string;
    isBroken: boolean;
  };
  await page.close();
  return result;
}

describe('a headline in a box', () => {
  test('keeps its size where it fits', async () => {
    expect(await fitted('Hello')).toMatchObject({ size: 100, lines: '', wrap: 'normal' });
  });

  test('is made smaller until it fits, and no smaller than it must', async () => {
    const { size, height, lines } = await fitted(
      'A headline that takes more lines than there is room for, so it shrinks',
    );
    expect(size).toBeLessThan(100);
    expect(size).toBeGreaterThan(60);
    expect(height).toBeLessThanOrEqual(300);
    expect(height).toBeGreaterThan(200);
    expect(lines).toBe('');
  });

  test('is made smaller before a word is broken', async () => {
    const { size, isTooWide, wrap } = await fitted('Elektrizitätenhauptbetriebswerk');
    expect(size).toBeLessThan(100);
    expect([isTooWide, wrap]).toEqual([false, 'normal']);
  });

  test('has a word broken that is too long for the smallest size', async () => {
    const { isTooWide, wrap, lines } = await fitted('W'.repeat(80));
    expect([isTooWide, wrap, lines]).toEqual([false, 'anywhere', '']);
  });

  const shy = (word: string) => word.replaceAll('-', '\u00ad');

  test('has a word broken at its syllables where all of it becomes much larger', async () => {
    const word = shy('Donau-dampf-schiff-fahrts-gesellschafts-kapitäns-mütze');
    const { size, isTooWide, wrap, isBroken } = await fitted(word);
    expect(size).toBeGreaterThan(80);
    expect([isTooWide, wrap, isBroken]).toEqual([false, 'normal', true]);
  });

  test('has none broken where it would hardly be larger', async () => {
    const { size, isTooWide, isBroken } = await fitted(shy('Nacht-schnell-verkehr'));
    expect(size).toBeGreaterThan(65);
    expect([isTooWide, isBroken]).toEqual([false, false]);
  });

  test('has a name broken at its joints', async () => {
    const { size, isBroken } = await fitted(
      'create<wbr class="joint">Content<wbr class="joint">SecurityPolicy',
    );
    expect(size).toBe(100);
    expect(isBroken).toBe(true);
  });

  test('is cut after the last line that fits at the smallest size', async () => {
    const { size, height, lines } = await fitted('word '.repeat(300));
    expect(size).toBe(40);
    expect(lines).toBe('6'); // 300 / 44
    expect(height).toBeLessThanOrEqual(300);
  });

  test('has one line at least', async () => {
    expect((await fitted('word '.repeat(300), { width: 300, height: 20 })).lines).toBe('1');
  });
});

describe('a headline that was cut', () => {
  /** The rows of a picture that have ink: a headline of 54 pixels, in a box for three lines of it. */
  async function inkedRows(headline: string): Promise<number[]> {
    const camera = await openCamera();
    const { bytes } = await camera.take(
      rawCard(
        `<!doctype html><style>body{margin:0;background:#fff}div{margin:100px;width:800px;height:200px}h1{margin:0;font:54px/1 sans-serif}</style><div>${headline}</div>`,
      ),
      'png',
    );
    const pixels = await rgb(bytes);
    const isInked = (row: number) =>
      pixels.subarray(row * 3600, (row + 1) * 3600).some((value) => value < 128);
    return Array.from({ length: 630 }, (_, row) => row).filter(isInked);
  }
  const cut = (words: string) => `<h1 data-fit="1">${words}</h1>`;

  test('shows nothing of the lines below', async () => {
    const low = await inkedRows(cut('xxx<br>xxx<br>xxx<br>xxx<br>xxx'));
    expect(Math.max(...low)).toBeLessThan(100 + 3 * 54);
    expect(await inkedRows(cut('xxx<br>xxx<br>xxx<br>ÅÅÅ<br>ÅÅÅ'))).toEqual(low);
    const nested = (words: string) => cut(`xxx<br><b>xxx<br><i>xxx<br>${words}</i></b><br>${words}`);
    expect(await inkedRows(nested('ÅÅÅ'))).toEqual(await inkedRows(nested('xxx')));
  });

  test('loses neither the accents of its first line nor the descenders of its last', async () => {
    const whole = await inkedRows('<h1>Ếgjy<br>Ếgjy<br>Ếgjy</h1>');
    expect(Math.max(...whole)).toBeGreaterThan(100 + 3 * 54);
    expect(await inkedRows(cut('Ếgjy<br>Ếgjy<br>Ếgjy<br>xxx<br>xxx'))).toEqual(whole);
  });
});

describe('the headline of every template', () => {
  const registry = new TemplateRegistry(templates);
  const words =
    'What we learned from rendering two thousand social images in a row without a leaked file descriptor ';
  const titles = [
    'g',
    'gjpqy Ågjpqy',
    words.slice(0, 60).trim(),
    words.slice(0, 100).trim(),
    'W'.repeat(80),
    '日本語 العربية हिन्दी '.repeat(4).trim(),
    '字'.repeat(100),
  ];

  const titled = templates.filter(({ props }) => 'title' in describeProps(props));

  test.each(titled.map(({ name }) => name))('stays on the card %s', async (template) => {
    const camera = await openCamera();
    const [whole] = Object.values(registry.get(template).examples) as [Record<string, unknown>];
    for (const variant of ['og', 'portrait']) {
      for (const title of titles) {
        const card = await resolveCard({ template, props: { ...whole, title }, variant }, registry);
        const findings = await lintCard(renderDocument(card), camera);
        const lost = findings.filter(({ severity }) => severity === 'error');
        expect([variant, title, lost]).toEqual([variant, title, []]);
      }
    }
  });
});
