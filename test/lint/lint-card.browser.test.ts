import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import type { VariantName } from '../../src/card/variants.ts';
import { createCamera } from '../../src/chromium/camera.ts';
import { readConfig } from '../../src/config.ts';
import { lintCard } from '../../src/lint/lint-card.ts';
import { rawCard } from '../support/cards.ts';

const camera = await createCamera(readConfig({}, { browsers: 1 }));
afterAll(() => camera.close());

const page = (body: string, css = '') =>
  `<!doctype html><style>html,body{margin:0;height:100%;overflow:hidden;background:#fff;font:40px/1.2 sans-serif;color:#000}${css}</style><body>${body}`;

/** What is wrong with a page, as `rule selector`; what is only information is left out. */
async function lint(body: string, css = '', variant: VariantName = 'og') {
  const findings = await lintCard(rawCard(page(body, css), variant), camera);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, selector }) => `${rule} ${selector}`);
}

async function information(body: string, css = '') {
  const findings = await lintCard(rawCard(page(body, css)), camera);
  return findings
    .filter(({ severity }) => severity === 'info')
    .map(({ rule, selector }) => `${rule} ${selector}`);
}

/** A picture of two halves, black and white. */
const halves = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#000' } })
  .composite([
    { input: { create: { width: 100, height: 100, channels: 3, background: '#fff' } }, left: 100, top: 0 },
  ])
  .png()
  .toBuffer();
const photo = `data:image/png;base64,${halves.toString('base64')}`;

describe('a card without a fault', () => {
  it('has no finding', async () => {
    expect(await lint('<main><h1>Hello</h1><p>World</p></main>', 'main{padding:60px}')).toEqual([]);
  });

  it('may have words from the right, and an ellipsis', async () => {
    const css = 'main{padding:60px} p{width:300px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}';
    const body = `<main dir="rtl"><h1>שלום</h1><p>${'word '.repeat(40)}</p></main>`;
    expect(await lint(body, css)).toEqual([]);
    expect(await information(body, css)).toContain('clamped main > p');
  });

  it('may be cut after a line', async () => {
    const css =
      'p{margin:60px;width:600px;overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}';
    expect(await lint(`<p>${'word '.repeat(90)}</p>`, css)).toEqual([]);
  });

  it('may have nothing to see, or nothing to read', async () => {
    const css = '.a{display:none}.b{visibility:hidden;color:#fff}.c{color:#eee;font-size:8px}';
    expect(
      await lint('<p class="a">a</p><p class="b">b</p><p class="c" aria-hidden="true">c</p>', css),
    ).toEqual([]);
  });
});

describe('text', () => {
  it.each([
    ['beyond the right edge', 'p{position:absolute;left:1150px;white-space:nowrap}'],
    ['beyond the left edge', 'p{position:absolute;left:-80px;white-space:nowrap}'],
    ['beyond the lower edge', 'p{position:absolute;top:600px}'],
  ])('%s overflows', async (_name, css) => {
    expect(await lint('<p>Some words here</p>', css)).toContain('overflow p');
  });

  it.each([
    ['from below', 'div{height:30px;overflow:hidden} p{margin:0;line-height:48px}'],
    ['from the side', 'div{width:120px;overflow:hidden} p{white-space:nowrap}'],
    [
      'through a line of its own box',
      'div{height:70px;overflow:hidden} p{margin:0;line-height:48px;width:200px}',
    ],
  ])('that is hidden %s is clipped', async (_name, css) => {
    expect(await lint('<div><p>Some words here</p></div>', css)).toContain('clipped div > p');
  });

  it('over other text is found, and text beside it is not', async () => {
    const css =
      'p{position:absolute;top:100px;left:100px;margin:0} p+p{top:110px;left:130px} p+p+p{top:300px}';
    expect(await lint('<p>One</p><p>Two</p><p>Three</p>', css)).toEqual(['overlap p:nth-of-type(1)']);
  });

  it('smaller than 24 px of 1200 is too small, and on a card twice as large as well', async () => {
    const body = '<p class="a">large enough</p><p class="b">too small</p>';
    const css = 'p{margin:40px} .a{font-size:24px} .b{font-size:23px}';
    expect(await lint(body, css)).toEqual(['small-text p.b']);
    expect(await lint(body, css, 'og@2x')).toEqual(['small-text p.b']);
  });
});

describe('contrast', () => {
  const on = (css: string, body = '<main><p>Words</p></main>') =>
    lint(body, `main{padding:60px;height:400px}${css}`);

  it.each([
    ['grey on white', 'p{color:#999}', false],
    ['a darker grey on white', 'p{color:#6b6b6b}', true],
    ['grey on white, but large', 'p{color:#8a8a8a;font-size:60px}', true],
    ['black at a quarter', 'p{color:#00000040}', false],
    ['black in a pale parent in a pale parent', 'main{opacity:.6} p{opacity:.6}', false],
    ['white on a dark box', 'p{color:#fff;background:#123}', true],
    [
      'white on a gradient that ends pale',
      'main{background:linear-gradient(90deg,#fff,#000)} p{color:#fff}',
      false,
    ],
    [
      'white on a picture, half of it white',
      `main{background:url(${photo}) 0 0/300px 300px} p{color:#fff}`,
      false,
    ],
    [
      'white on the dark half of a picture',
      `main{background:url(${photo}) 0 0/2000px 1000px} p{color:#fff}`,
      true,
    ],
    ['a shadow alone', 'p{color:#fff;text-shadow:0 0 9px #000}', false],
    ['a named space of colours', 'p{color:color(srgb .7 .7 .7)}', false],
  ])('of %s is measured against what is behind it', async (_name, css, isFine) => {
    expect(await on(css)).toEqual(isFine ? [] : ['contrast main > p']);
  });

  it('is not measured where letters are filled with a background', async () => {
    const css = 'p{background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent}';
    expect(await information('<p>Words</p>', css)).toContain('contrast p');
  });
});

it('tells what a square crop would cut off, as information', async () => {
  const body = '<p class="a">in</p><p class="b">out</p>';
  const css = 'p{position:absolute;margin:0} .a{left:500px;top:200px} .b{left:40px;top:300px}';
  expect(await lint(body, css)).toEqual([]);
  expect(await information(body, css)).toEqual(['square-crop p.b']);
});

it('names characters that no font has', async () => {
  const card = { ...rawCard(page('<p style="margin:99px">x</p>')), missingGlyphs: [0x1f9ff, 0xe000] };
  const [finding] = (await lintCard(card, camera)).filter(({ rule }) => rule === 'missing-glyphs');
  expect(finding?.message).toBe('no font here can draw U+1F9FF, U+E000');
});
