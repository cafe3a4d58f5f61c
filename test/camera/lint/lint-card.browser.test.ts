import { describe, expect, it } from 'vitest';
import { lintCard } from '../../../src/camera/lint/lint-card.ts';
import { chromiumBinary } from '../../support/browsers.ts';
import { rawCard } from '../../support/cards.ts';
import { openLinter, page } from './support/lint.ts';

const { camera, faults, findings, information } = await openLinter();
const words = (count: number) => 'word '.repeat(count).trim();

describe('a card without a fault', () => {
  it('has no finding', async () => {
    expect(await faults('<main><h1>Hello</h1><p>World</p></main>', 'main{padding:60px}')).toEqual([]);
  });

  it('may have words from the right, and an ellipsis', async () => {
    const css = 'main{padding:60px} p{width:300px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}';
    const body = `<main dir="rtl"><h1>שלום</h1><p>${words(40)}</p></main>`;
    expect(await faults(body, css)).toEqual([]);
    expect(await information(body, css)).toContain('clamped p');
  });

  it('may be cut after a line', async () => {
    const css =
      'p{margin:60px;width:600px;overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}';
    expect(await faults(`<p>${words(90)}</p>`, css)).toEqual([]);
    expect(await information(`<p>${words(90)}</p>`, css)).toContain('clamped p');
    expect(await information('<p>short</p>', css)).not.toContain('clamped p');
  });

  it('may fade out', async () => {
    const css =
      'div{position:absolute;top:330px;height:300px;overflow:hidden;mask:linear-gradient(#000,transparent)}p{width:400px}';
    expect(await faults(`<div><p>${words(90)}</p></div>`, css)).toEqual([]);
    expect(await information(`<div><p>${words(90)}</p></div>`, css)).toContain('clamped div');
  });

  it('may have nothing to see, or nothing to read', async () => {
    const css =
      '.a{display:none}.b{visibility:hidden;color:#fff}.c{color:#eee;font-size:8px}.d{opacity:0}.e{color:transparent}';
    const body = ['a', 'b', 'd', 'e'].map((name) => `<p class="${name}">${name}</p>`).join('');
    expect(await faults(`${body}<p class="c" aria-hidden="true">c</p><p></p>`, css)).toEqual([]);
  });

  it('may have lines closer than their font is tall', async () => {
    const css = 'main{padding:40px} h1{font-size:90px;line-height:.95} p{line-height:1}';
    expect(await faults('<main><h1>Two lines<br>of it</h1><p>and one below</p></main>', css)).toEqual([]);
  });
});

describe('text', () => {
  it.each([
    ['beyond the right edge', 'p{position:absolute;left:1150px;white-space:nowrap}'],
    ['beyond the left edge', 'p{position:absolute;left:-80px;white-space:nowrap}'],
    ['beyond the lower edge', 'p{position:absolute;top:600px}'],
    ['beyond the upper edge', 'p{position:absolute;top:-20px}'],
    ['below all of the card', 'p{position:absolute;top:700px}'],
    ['out of a box that it escapes', 'div{overflow:hidden;height:300px} p{position:absolute;top:610px}'],
  ])('%s overflows, and nothing else', async (_name, css) => {
    expect(await faults('<div><p>Some words here</p></div>', css)).toEqual(['overflow p']);
  });

  it('says how far it reaches, and where', async () => {
    const [finding] = await findings('<p>Some words here</p>', 'p{position:absolute;left:-80px;top:300px}');
    expect(finding).toMatchObject({ rule: 'overflow', severity: 'error', text: 'Some words here' });
    expect(finding?.message).toBe('reaches 80 px beyond the left edge of the card');
  });

  it('whose coloured box reaches out of the card deserves a warning', async () => {
    const css = 'p{position:absolute;left:1000px;top:300px;padding:20px 90px 20px 20px;background:#eee}';
    const [finding] = await findings('<p>Words</p>', css);
    expect(finding).toMatchObject({ rule: 'overflow', severity: 'warning', selector: 'p' });
    expect(await faults('<p>Words</p>', css.replace('background:#eee', ''))).toEqual([]);
  });

  it('is quoted with sixty characters at most', async () => {
    const [finding] = await findings(`<p>${words(30)}</p>`, 'p{position:absolute;top:600px;left:0}');
    expect(finding?.text).toMatch(/^word word .*…$/);
    expect(finding?.text).toHaveLength(60);
  });
});

describe('text in a box that hides what reaches out of it', () => {
  it.each([
    ['from below', 'div{height:30px;overflow:hidden} p{line-height:48px}'],
    ['from the side', 'div{width:120px;overflow:hidden} p{white-space:nowrap}'],
    ['through a line', 'div{height:70px;overflow:hidden} p{line-height:48px;width:200px}'],
    ['with its last line', 'div{height:48px;overflow:hidden} p{line-height:48px;width:200px}'],
    ['by overflow: clip', 'div{height:30px;overflow:clip} p{line-height:48px}'],
    ['by containment', 'div{height:30px;contain:paint} p{line-height:48px}'],
    ['altogether', 'div{height:0;overflow:hidden}'],
  ])('hidden %s is clipped', async (_name, css) => {
    expect(await faults('<div><p>Some words here</p></div>', `div{margin:60px}${css}`)).toEqual([
      'clipped p',
    ]);
  });

  it.each([
    ['a descender, under an ellipsis', 'line-height:1', 'Gypsy', true],
    ['nothing, where no letter goes down', 'line-height:1', 'Gases', false],
    ['nothing, with room for it', 'line-height:1;padding-block:.1em', 'Gypsy', false],
    ['an accent', 'line-height:1', 'Ế', true],
  ])('may hide %s', async (_name, css, text, isClipped) => {
    const box = 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis;margin:60px';
    expect(await faults(`<p>${text}</p>`, `p{${box};${css}}`)).toEqual(isClipped ? ['clipped p'] : []);
  });

  it('is clipped by a drawing as well, and by a box that is drawn smaller', async () => {
    const svg = (height: number) =>
      `<svg width="400" height="${height}"><text y="40" font-size="40">Gypsy</text></svg>`;
    expect(await faults(svg(44))).toEqual(['clipped text']);
    expect(await faults(svg(60))).toEqual([]);
    const css = (height: number) =>
      `main{transform:scale(.8);margin:60px}div{height:${height}px;overflow:hidden}p{line-height:60px}`;
    expect(await faults('<main><div><p>Gypsy</p></div></main>', css(60))).toEqual([]);
    expect(await faults('<main><div><p>Gypsy</p></div></main>', css(44))).toEqual(['clipped p']);
  });

  it('may leave away the end of a list', async () => {
    const css =
      'ul{height:48px;width:500px;margin:60px;padding:0;overflow:hidden;display:flex;flex-wrap:wrap;list-style:none}li{width:240px}';
    const body = '<ul><li>one</li><li>two</li><li>three</li></ul>';
    expect(await faults(body, css)).toEqual([]);
    expect(await information(body, css)).toContain('clipped li:nth-of-type(3)');
  });
});

describe('two texts', () => {
  it('in one place are found, and one beside them is not', async () => {
    const css =
      'p{position:absolute;top:100px;left:100px} p+p{top:110px;left:130px} p+p+p{top:300px} p+p+p+p{top:346px}';
    expect(await faults('<p>One</p><p>Two</p><p>Three</p><p>Four</p>', css)).toEqual([
      'overlap p:nth-of-type(1)',
    ]);
  });

  it('one of which is a drawing deserve a warning', async () => {
    const css = 'p{position:absolute;top:100px;left:100px} [aria-hidden]{font-size:300px;color:#eee;top:0}';
    const [finding] = await findings('<p aria-hidden="true">“</p><p>Two</p>', css);
    expect(finding).toMatchObject({ rule: 'overlap', severity: 'warning' });
    expect(finding?.message).toContain('"Two"');
  });
});

describe('small text', () => {
  const body = '<p class="a">large enough</p><p class="b">too small</p>';
  const css = 'p{margin:40px} .a{font-size:24px} .b{font-size:23px}';

  it('is below 24 px of 1200, and on a card of twice the pixels as well', async () => {
    expect(await faults(body, css)).toEqual(['small-text .b']);
    expect(await faults(body, css, 'og@2x')).toEqual(['small-text .b']);
    expect(await faults(body, css, 'portrait')).toEqual([]); // 20 px of 1000
  });

  it('is what is drawn small, by whatever means', async () => {
    const small =
      '.a{transform:scale(.5)}.b{zoom:.5}p{margin:40px}svg{display:block;width:200px}b{font-size:20px}';
    const drawn =
      '<p class="a">a</p><p class="b">b</p><svg viewBox="0 0 400 50"><text y="40">c</text></svg><p class="d">large, <b>small</b></p>';
    expect(await faults(drawn, small)).toEqual(
      ['.a', '.b', 'text', 'b'].map((selector) => `small-text ${selector}`),
    );
    expect(await faults('<p>upright</p>', 'p{writing-mode:vertical-rl;margin:40px;font-size:24px}')).toEqual(
      [],
    );
  });
});

it('tells what a square crop would cut off, as information', async () => {
  const body = '<p class="a">in</p><p class="b">out</p>';
  const css = 'p{position:absolute} .a{left:500px;top:200px} .b{left:40px;top:300px}';
  expect(await faults(body, css)).toEqual([]);
  expect(await information(body, css)).toEqual(['square-crop .b']);
  expect(await information(body, css, 'square')).toEqual([]);
});

it('names characters that no font has, and where they stand', async () => {
  const html = page('<h1>an \u{e000} and \u{e001}</h1><p>fine</p>', 'h1,p{margin:40px}');
  const card = { ...rawCard(html), missingGlyphs: [0xe000, 0xe001, 0x1f9ff] };
  const missing = (await lintCard(card, camera)).filter(({ rule }) => rule === 'missing-glyphs');
  expect(missing.map(({ selector, message }) => [selector, message])).toEqual([
    ['h1', 'no font here can draw U+E000, U+E001'],
    ['', 'no font here can draw U+1F9FF'],
  ]);
});

it('names families that are not there, and the first words that would be set in them', async () => {
  const html = page('<h1>a</h1><p>b</p><p>c</p>', 'h1,p{margin:40px}p{font-family:"Two Words",Inter}');
  const missingFonts = ['two words', 'Unseen'].map((family) => ({ family, standIn: 'Inter' }));
  const found = (await lintCard({ ...rawCard(html), missingFonts }, camera)).filter(
    ({ rule }) => rule === 'font',
  );
  expect(found.map(({ selector, severity }) => [selector, severity])).toEqual([
    ['p:nth-of-type(1)', 'warning'],
    ['', 'info'],
  ]);
  expect(found[0]!.message).toContain('the font "two words" is not among those of the template');
});

it('means one element by each selector, and says it as a person would', async () => {
  const body =
    '<main><header><p class="name">a</p></header><section><p class="name">b</p><p>c</p><p>d</p></section><h1>e</h1></main>';
  const selectors = (await findings(body, 'p,h1{font-size:12px}')).filter(
    ({ rule }) => rule === 'small-text',
  );
  expect(selectors.map(({ selector }) => selector)).toEqual([
    'header p',
    'section .name',
    'p:nth-of-type(2)',
    'p:nth-of-type(3)',
    'h1',
  ]);
});

describe('a Chrome of your own, without begin-frame', async () => {
  const own = await openLinter({ chromePath: (await chromiumBinary()).executablePath });

  it('finds the same', async () => {
    const css = 'p{margin:40px} .a{color:#aaa}.b{font-size:12px} .c{background:#111} .d{color:#fff}';
    const body =
      '<p class="a">pale</p><p class="b">small</p><p class="c"><span class="d">fine</span></p><p class="e">fine</p>';
    expect(await own.faults(body, css)).toEqual(['contrast .a', 'small-text .b']);
    expect(await own.findings(body, css)).toEqual(await findings(body, css));
  });
});
