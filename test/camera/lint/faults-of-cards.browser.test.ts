import { describe, expect, it } from 'vitest';
import type { CardMaterial } from '../../../src/camera/lint/finding.ts';
import { lintCard } from '../../../src/camera/lint/lint-card.ts';
import { rawCard } from '../../support/cards.ts';
import { openLinter, page } from './support/lint.ts';

const { camera, faults, findings } = await openLinter();
const drawing =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 9 9%22%3E%3Ccircle r=%229%22 fill=%22%23eee%22/%3E%3C/svg%3E';
const damaged = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA';
const main = 'main{padding:60px} .pictured{width:90px;height:90px}';

describe('a picture that the browser cannot show', () => {
  it.each([
    ['an element', `<img class="pictured" src="${damaged}" alt="">`, 'img'],
    [
      'one of a place that a card does not reach',
      '<img class="pictured" src="https://example.com/a.png">',
      'img',
    ],
    ['a drawing', `<svg><image href="${damaged}"/></svg>`, 'image'],
    ['a ground', `<p class="pictured" style="background:url('${damaged}')">Hello</p>`, 'p'],
    [
      'one of two grounds',
      `<p class="pictured" style="background:url('${drawing}'),url('${damaged}')">Hello</p>`,
      'p',
    ],
  ])('is a fault of %s', async (_where, body, element) => {
    expect(await faults(`<main><h1>Hello</h1>${body}</main>`, main)).toEqual([
      expect.stringMatching(new RegExp(`^broken-image .*\\b${element}`)),
    ]);
  });

  it.each([
    ['a drawing without a size', `<img class="pictured" src="${drawing}">`],
    ['a ground', `<p class="pictured" style="background:url('${drawing}')">Hello</p>`],
    ['an element that has none yet', '<img class="pictured" alt="">'],
    ['a gradient', '<p style="background:linear-gradient(#fff,#eee)">Hello</p>'],
  ])('is not %s', async (_what, body) => {
    expect(await faults(`<main><h1>Hello</h1>${body}</main>`, main)).toEqual([]);
  });

  it('is found where it lies', async () => {
    const [found] = await findings(
      `<img style="position:absolute;left:50px;top:70px;width:90px;height:40px" src="${damaged}">`,
    );
    expect(found).toMatchObject({
      rule: 'broken-image',
      severity: 'error',
      box: { left: 50, top: 70, right: 140, bottom: 110 },
    });
  });
});

describe('an element that only a web page can show', () => {
  it.each([
    ['<script>document.title = "x"</script>', 'script', 'a card runs no scripts: compute in "render"'],
    ['<link rel="stylesheet" href="card.css">', 'link', 'a card loads no stylesheets: import the file'],
    ['<canvas width="90" height="90"></canvas>', 'canvas', 'draw with SVG or CSS'],
    ['<iframe src="https://example.com"></iframe>', 'iframe', 'give a picture of it'],
    ['<video src="film.mp4"></video>', 'video', 'give a picture of it'],
    ['<object data="a.svg"></object>', 'object', 'give a picture of it'],
  ])('is told: %s', async (element, tag, hint) => {
    const all = await findings(`<main><h1>Hello</h1>${element}</main>`, main);
    const [found, ...others] = all.filter(({ severity }) => severity !== 'info');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: 'inert-element', severity: 'warning' });
    expect(found!.message).toContain(`<${tag}> does nothing: `);
    expect(found!.message).toContain(hint);
  });

  it.each([
    ['data', '<script type="application/ld+json">{}</script>'],
    ['what is never drawn', '<template><canvas></canvas></template>'],
  ])('is not %s', async (_what, element) => {
    expect(await faults(`<main><h1>Hello</h1>${element}</main>`, main)).toEqual([]);
  });
});

describe('an empty card', () => {
  it.each([
    ['nothing', ''],
    ['an element without words', '<main><h1></h1></main>'],
    ['words that nobody sees', '<p style="opacity:0">Hello</p>'],
  ])('is a fault: %s', async (_what, body) => {
    expect(await faults(body)).toEqual(['empty-card ']);
  });

  it.each([
    ['a word', '<p style="padding:60px">Hello</p>'],
    ['a picture', `<img src="${drawing}" width="900">`],
    ['a gradient', '<main style="height:630px;background:linear-gradient(red,blue)"></main>'],
  ])('is not one with %s', async (_what, body) => {
    expect(await faults(body)).toEqual([]);
  });
});

describe('what the card was made of', () => {
  const lint = async (material: CardMaterial) => {
    const found = await lintCard(
      rawCard(page('<p style="padding:60px">Hello</p>'), 'og'),
      camera,
      undefined,
      material,
    );
    return found
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
  };

  it.each([
    ['main { padding 60px }', ['error css-error: line 1 of its css is no CSS: colon is expected']],
    [
      'p {}\nh1 { colour: red; color: red }',
      ['warning css-error: line 2 of its css means nothing to the browser: colour: red'],
    ],
    [
      'p {\n  font-size: big;\n  margin: 0 auto;\n}',
      ['warning css-error: line 2 of its css means nothing to the browser: font-size: big'],
    ],
    [
      '@media (width > 500px) { p { display: flexx } }',
      ['warning css-error: line 1 of its css means nothing to the browser: display: flexx'],
    ],
  ])('is told where its css says nothing: %j', async (css, found) => {
    expect(await lint({ css })).toEqual(found);
  });

  it.each([
    ["@font-face { font-family: 'Own'; src: url(own.woff2); font-display: block }"],
    [
      'p { color: oklch(60% 0.1 200); &:hover { color: red } -moz-osx-font-smoothing: grayscale; --own: anything goes }',
    ],
    [
      'p { width: calc(100% - var(--gap)) !important; text-wrap: balance } @property --x { syntax: "<color>"; inherits: true; initial-value: red }',
    ],
    [
      '[data-variant="square"] p { inset-inline: 0; aspect-ratio: 1 / 1; display: -webkit-box; -webkit-line-clamp: 2 }',
    ],
    [''],
  ])('is content with %j', async (css) => {
    expect(await lint({ css })).toEqual([]);
  });

  it('is told which pictures could not be had', async () => {
    const missingImages = [{ prop: 'logo', reason: 'there is no such file' }];
    expect(await lint({ missingImages })).toEqual([
      'error missing-picture: the picture "logo" could not be had: there is no such file',
    ]);
  });
});
