import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../src/card/document.ts';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { resolveCard } from '../../../src/card/resolve.ts';
import { lintCard } from '../../../src/camera/lint/lint-card.ts';
import { templates } from '../../../templates/index.ts';
import { openLinter } from './support/lint.ts';

const { camera, faults, findings, information } = await openLinter();

/** A picture of two halves, black and white. */
const halves = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#000' } })
  .composite([
    { input: { create: { width: 100, height: 100, channels: 3, background: '#fff' } }, left: 100, top: 0 },
  ])
  .png()
  .toBuffer();
const photo = `data:image/png;base64,${halves.toString('base64')}`;

const on = (css: string, body = '<main><p>Words</p></main>') =>
  faults(body, `main{padding:60px;height:400px}${css}`);

/** The ratio that a finding names. */
async function ratioOf(css: string, body = '<main><p>Words</p></main>'): Promise<number> {
  const all = await findings(body, `main{padding:60px;height:400px}${css}`);
  const [found] = all.filter(({ rule, severity }) => rule === 'contrast' && severity === 'error');
  return Number(/[\d.]+(?=:1 from)/.exec(found!.message)![0]);
}

describe('contrast', () => {
  it.each([
    ['grey on white', 'p{color:#999}', false],
    ['a darker grey on white', 'p{color:#6b6b6b}', true],
    ['a grey that has just enough', 'p{color:#767676}', true],
    ['a grey that has just too little', 'p{color:#777}', false],
    ['black at a quarter', 'p{color:#00000040}', false],
    ['black at three quarters', 'p{color:#000000bf}', true],
    ['black in a pale parent in a pale parent', 'main{opacity:.6} p{opacity:.6}', false],
    ['white on a dark box', 'p{color:#fff;background:#123}', true],
    [
      'white on a gradient that ends pale',
      'p{background:linear-gradient(90deg,#fff,#000);color:#fff}',
      false,
    ],
    ['white on a picture, half of it white', `p{background:url(${photo}) 0 0/100px;color:#fff}`, false],
    [
      'white on the dark half of a picture',
      `main{background:url(${photo}) 0 0/2000px 1000px} p{color:#fff}`,
      true,
    ],
    ['a shadow alone', 'p{color:#fff;text-shadow:0 0 9px #000}', false],
    ['a named space of colours', 'p{color:color(srgb .7 .7 .7)}', false],
    ['a wider space of colours', 'p{color:oklch(.45 .1 250)}', true],
    ['a text that is filled apart from its colour', 'p{color:#fff;-webkit-text-fill-color:#000}', true],
    ['a text that is filled white apart from its colour', 'p{-webkit-text-fill-color:#fff}', false],
    ['an important colour', 'p{color:#999!important}', false],
    ['white that is inverted', 'p{color:#fff;filter:invert(1)}', true],
    ['white as a difference', 'p{color:#fff;mix-blend-mode:difference}', true],
    [
      'white on a shadow of its own colour',
      'p{background:#000;color:#fff;box-shadow:inset 0 0 0 99px currentColor}',
      false,
    ],
    ['borders of the text’s own colour', 'p{color:#456;border:8px solid currentColor;padding:9px}', true],
    [
      'a text that is covered',
      'main{position:relative}main::after{content:"";position:absolute;inset:0;background:#fff}',
      false,
    ],
  ])('of %s is measured against what is behind it', async (_name, css, isFine) => {
    expect(await on(css)).toEqual(isFine ? [] : ['contrast p']);
  });

  it('is that of WCAG, rounded down', async () => {
    expect(await ratioOf('p{color:#777}')).toBe(4.47);
    expect(await ratioOf('p{color:#ccc}')).toBe(1.6);
  });

  it('counts the opacity of a parent together with the ground that is in it', async () => {
    // Half of black on half of white on black: #000 on #808080.
    expect(await on('body{background:#000}main{background:#fff;opacity:.5}')).toEqual([]);
    // Half of grey on half of white on black: #404040 on #808080.
    const css = 'body{background:#000}main{background:#fff;opacity:.5}p{color:#808080}';
    expect(await ratioOf(css)).toBeCloseTo(2.65, 1);
  });

  it.each([
    ['48 px of 1200', 'font-size:48px', 'og', true],
    ['less', 'font-size:47px', 'og', false],
    ['37 px, bold', 'font-size:37px;font-weight:700', 'og', true],
    ['37 px, and not bold', 'font-size:37px;font-weight:600', 'og', false],
    ['40 px of 1000', 'font-size:40px', 'portrait', true],
  ] as const)('may be 3:1 for large text, which is %s', async (_name, css, variant, isLarge) => {
    const found = await faults('<p>Words</p>', `p{margin:60px;color:#8a8a8a;${css}}`, variant);
    expect(found).toEqual(isLarge ? [] : ['contrast p']);
  });

  it('is that of the worst line, a tenth of it left out', async () => {
    const css = (white: number) =>
      `p{color:#fff;width:max-content;background:linear-gradient(#000 0 0) 0 0/100% 50% no-repeat,linear-gradient(90deg,#000 ${100 - white}%,#fff 0)}`;
    const body = '<main><p>One line of words<br>and one that goes on, to the end of its box</p></main>';
    expect(await on(css(3), body)).toEqual([]);
    expect(await on(css(40), body)).toEqual(['contrast p']);
  });

  it('is told of each run of words by itself', async () => {
    const body = '<main><p>Words <b>pale</b> and <i>fine</i></p></main>';
    expect(await on('b{color:#aaa}i{color:#333}', body)).toEqual(['contrast b']);
  });

  it('is measured in drawings, and from the right', async () => {
    const svg = '<main><svg width="400" height="90"><text y="60" fill="#bbb">Words</text></svg></main>';
    expect(await on('', svg)).toEqual(['contrast text']);
    expect(await on('', svg.replace('#bbb', '#345'))).toEqual([]);
    expect(await on('p{color:#aaa}', '<main dir="rtl"><p>שלום עולם</p></main>')).toEqual(['contrast p']);
    expect(await on('p{color:#345}', '<main dir="rtl"><p>שלום עולם</p></main>')).toEqual([]);
  });

  it('is not asked of text that is a drawing', async () => {
    expect(await on('p{color:#eee}', '<main><div aria-hidden="true"><p>Words</p></div></main>')).toEqual([]);
  });

  it.each([
    [
      'filled with a background',
      'p{background:linear-gradient(red,blue);background-clip:text;color:transparent}',
      'p',
    ],
    ['faded by a mask', 'main{mask:linear-gradient(90deg,#000,transparent)}', 'main'],
  ])('is not measured where letters are %s', async (_name, css, selector) => {
    expect(await on(css)).toEqual([]);
    expect(await information('<main><p>Words</p></main>', css)).toContain(`contrast ${selector}`);
  });

  it('measures letters where they are: taking them away moves nothing', async () => {
    const title = 'Cold starts, warm caches: photographing the web one card at a time';
    const request = { template: 'article', props: { title, theme: 'dark' } };
    const card = renderDocument(await resolveCard(request, new TemplateRegistry(templates)));
    const errors = (await lintCard(card, camera)).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});
