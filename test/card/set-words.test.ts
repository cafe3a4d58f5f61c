import { describe, expect, it } from 'vitest';
import { setWords } from '../../src/card/set-words.ts';
import { composed } from '../../src/card/words/compose.ts';
import { makeCmap, makeGroups, makeSfnt } from './fonts/support/fonts.ts';

const inter = [{ family: 'Inter', weights: [400] }];
const set = (body: string, css = '', language = 'en', fonts = inter) =>
  setWords(body, { css, fonts }, language);
/** What nothing here can draw. */
const missingIn = (body: string, css = '', language = 'en') =>
  set(body, css, language)
    .fonts.missing.map((code) => String.fromCodePoint(code))
    .join('');

describe('the glyph gate looks at what is painted', () => {
  it.each<[string, string, string?]>([
    ['content', '<p>a</p>', 'p::before{content:"\\13000"}'],
    ['a list', '<p>a</p>', 'ul{list-style-type:"𓀀"}'],
    ['a counter style', '<p>a</p>', '@counter-style x{symbols:𓀀}'],
    ['an attribute that is drawn', '<p title="𓀀">a</p>', 'p::after{content:attr(title)}'],
    ['a field', '<input value="𓀀">'],
    ['a placeholder', '<input placeholder="𓀀">'],
    ['a reference', '<p>&#x13000;</p>'],
    ['a mark of emphasis', '<p>a</p>', 'p{text-emphasis:"𓀀"}'],
    ['what is hyphenated', '<p>a</p>', 'p{hyphenate-character:"𓀀"}'],
    ['a variable', '<p>a</p>', ':root{--x:"𓀀"}p::before{content:var(--x)}'],
  ])('in %s', (_where, body, css) => {
    expect(missingIn(body, css)).toBe('𓀀');
  });

  it.each<[string, string, string?]>([
    ['the name of a font', '<p>a</p>', 'p{font-family:"𓀀"}'],
    ['an attribute', '<p title="𓀀">a</p>'],
    ['a selector', '<p>a</p>', 'p[title="𓀀"]{color:red}'],
    ['the title of a drawing', '<svg><title>𓀀</title></svg>'],
    ['a comment', '<p>a<!-- 𓀀 --></p>', '/* 𓀀 */'],
    ['a style', '<style>/* 𓀀 */</style>'],
  ])('and not at %s', (_what, body, css) => {
    expect(missingIn(body, css)).toBe('');
  });

  it('after text-transform, in the language of the words', () => {
    const files = (language: string) =>
      set('<p>i</p>', 'p{text-transform:uppercase}', language).fonts.faces.map(({ id }) => id.split(' ')[2]);
    expect(files('tr')).toContain('inter-latin-ext-400-normal');
    expect(files('en')).not.toContain('inter-latin-ext-400-normal');
  });

  it('and counts what a font inside of the stylesheet draws', () => {
    const icons = makeSfnt({ cmap: makeCmap(makeGroups([[0xe000, 0xe001, 1]])) }).toString('base64');
    const face = (range: string) =>
      `@font-face{font-family:X;src:url(data:font/ttf;base64,${icons});unicode-range:${range}}`;
    expect(missingIn('<p>\ue000\ue001\ue002</p>', face('U+0-FFFF'))).toBe('\ue002');
    expect(missingIn('<p>\ue000\ue001</p>', face('U+E001'))).toBe('\ue000');
  });
});

describe('markup', () => {
  it('stays as it is where there is nothing to complete', () => {
    const body = `<p style="color:red" title='x'>a &amp; b</p><img src="data:image/png;base64,${'A'.repeat(999)}">`;
    expect(set(body).body).toBe(body);
  });

  it('has its pictures back where it was read', () => {
    const picture = `src="data:image/png;base64,${'A'.repeat(999)}"`;
    expect(set(`<img ${picture}><p style="font-family:serif">a</p>`).body).toBe(
      `<img ${picture}><p style="font-family:Cardstock-Serif,Cardstock-Symbols">a</p>`,
    );
  });

  it('keeps references and quotes of its attributes', () => {
    const style = `font-family:&quot;A &amp; B&quot;`;
    expect(set(`<p title="&lt;" style="${style}">a</p>`).body).toBe(
      `<p title="&lt;" style="${style},Cardstock-Sans,Cardstock-Symbols">a</p>`,
    );
  });

  it('is composed, but for a mark that would make another sign of a tag', () => {
    expect(composed('<p>\u0338e\u0301 \u1112\u1161\u11ab</p>')).toBe('<p>\u0338é 한</p>');
  });
});

describe('fonts that no template declares', () => {
  const namesOf = (body: string, css: string) => [
    ...new Set(
      set(body, css).fonts.faces.map(({ family, weight, style }) => [family, weight, style].join(' ').trim()),
    ),
  ];

  it('come in the weights that are asked for, as far as there are such', () => {
    expect(namesOf('a', 'p{font:650 1em serif}b{font-weight:900}')).toEqual([
      'Inter 400',
      ...['400', '650', '700', '800'].map((weight) => `Cardstock-Serif ${weight}`),
    ]);
  });

  it('are italic where something is', () => {
    expect(namesOf('<em>a</em>', 'p{font-family:serif}')).toContain('Cardstock-Serif 400 italic');
    expect(namesOf('<b>a</b>', 'p{font-family:serif}')).not.toContain('Cardstock-Serif 400 italic');
  });

  it('do not come where nothing asks for them', () => {
    expect(namesOf('<p>a</p>', 'p{font-family:Inter,sans-serif}')).toEqual(['Inter 400']);
  });
});
