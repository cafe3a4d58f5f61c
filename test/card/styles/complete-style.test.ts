import { describe, expect, it } from 'vitest';
import { styleCard } from '../../../src/card/styles/style-card.ts';
import { readMarkup } from '../../../src/card/words/read-markup.ts';

const inter = [{ family: 'Inter', weights: [400] }];

/** A stylesheet as a card has it, without our own rule for what has no family. */
function completed(css: string): string {
  return styleCard({ css, fonts: inter, body: '' }).css.replace(/^@layer cardstock\{html\{[^}]*\}\}/, '');
}

function missingIn(css: string, body = ''): string[] {
  const markup = body ? readMarkup(body, [], 'en') : undefined;
  return styleCard({ css, fonts: inter, body }, markup).missingFonts.map(
    ({ family, standIn }) => `${family}: ${standIn}`,
  );
}

describe('a list of families', () => {
  it.each([
    ['that is declared ends in the symbols', 'Inter', 'Inter,Cardstock-Symbols'],
    ['says each kind as a family that is there', 'serif', 'Cardstock-Serif,Cardstock-Symbols'],
    ['goes no further than what has every script', 'Inter, sans-serif', 'Inter, Cardstock-Symbols'],
    ['leaves room for families', 'Inter, serif, Lora', 'Inter, Cardstock-None, Lora,Cardstock-Symbols'],
    ['keeps what the author wrote', '"a, b" , inter', '"a, b" , inter,Cardstock-Symbols'],
    ['that is not there ends in what looks like it', 'Menlo', 'Menlo,Cardstock-Mono,Cardstock-Symbols'],
    ['takes no quoted name for a kind', '"serif"', '"serif",Cardstock-Serif,Cardstock-Symbols'],
    ['may have a variable', 'var(--f)', 'var(--f),Cardstock-Sans,Cardstock-Symbols'],
    ['may fall back to what is inherited', 'var(--f, inherit)', 'var(--f, inherit)'],
    ['may be inherited', 'inherit', 'inherit'],
    ['may be what no browser takes for one', '12px', '12px'],
    ['may be empty', '', ''],
    ['may end in a comma', 'Inter,', 'Inter,'],
    ['goes back to our own', 'revert', 'revert-layer'],
  ])('%s', (_what, value, expected) => {
    expect(completed(`p{font-family:${value}}`)).toBe(`p{font-family:${expected}}`);
  });

  it.each([
    ['600 1rem/1.5 Inter', '600 1rem/1.5 Inter,Cardstock-Symbols'],
    ['bold medium serif', 'bold medium Cardstock-Serif,Cardstock-Symbols'],
    ['12px/normal serif', '12px/normal Cardstock-Serif,Cardstock-Symbols'],
    ['700 clamp(1rem, 2vw, 3rem) serif', '700 clamp(1rem, 2vw, 3rem) Cardstock-Serif,Cardstock-Symbols'],
    ['700 var(--size)/1 var(--family)', '700 var(--size)/1 var(--family),Cardstock-Sans,Cardstock-Symbols'],
    ['inherit', 'inherit'],
    ['caption', 'caption;font-family:Cardstock-Sans,Cardstock-Symbols'],
    ['initial !important', 'initial !important;font-family:Cardstock-Sans,Cardstock-Symbols!important'],
  ])('is found in the shorthand %s', (value, expected) => {
    expect(completed(`p{font:${value}}`)).toBe(`p{font:${expected}}`);
  });
});

describe('a stylesheet', () => {
  it.each([
    ['a font of its own', '@font-face{font-family:serif;src:url(x)}'],
    ['a palette', '@font-palette-values --x{font-family:Inter;base-palette:1}'],
    ['a condition', '@supports (font-family:serif){p{color:red}}'],
    ['a variable that holds no families', ':root{--display:serif}p{display:var(--display)}'],
    ['text', 'p::before{content:"font-family:serif"}'],
    ['a comment', '/* font-family:serif */p{color:red}'],
    ['what is cut off', 'p{color:red'],
  ])('keeps %s as it is', (_what, css) => {
    expect(completed(css)).toBe(css);
  });

  it('is read once for all cards of a template', () => {
    const template = { css: 'p{font-family:Lora}', fonts: inter };
    expect(styleCard({ ...template, body: 'a' })).toBe(styleCard({ ...template, body: 'b' }));
    expect(styleCard({ ...template, body: '<code>' })).not.toBe(styleCard({ ...template, body: 'b' }));
  });
});

describe('a family that is not there is named', () => {
  it.each<[string, string, string[], string?]>([
    ['with what stands in for it', 'p{font-family:Outfit}', ['Outfit: Inter']],
    ['and that is the next one', 'p{font-family:"Fira Code",monospace}', ['Fira Code: JetBrains Mono']],
    ['in a shorthand', 'p{font:1em Georgia}', ['Georgia: Newsreader']],
    ['in a variable', ':root{--f:Outfit}p{font-family:var(--f)}', ['Outfit: Inter']],
    ['once', 'p{font-family:Outfit}b{font-family:OUTFIT}', ['Outfit: Inter']],
    [
      'though its file is elsewhere',
      '@font-face{font-family:X;src:url(//x/y)}p{font-family:X}',
      ['X: Inter'],
    ],
    ['in an attribute', '', ['Lora: Newsreader'], '<text font-family="Lora">a</text>'],
    ['but none that is declared', 'p{font-family:inter}', []],
    ['but none that ships', 'p{font-family:Newsreader}', []],
    ['but none behind one that is there', 'p{font-family:Inter,Roboto}', []],
    ['but none of a system stack', 'p{font-family:-apple-system,"Segoe UI",Roboto}', []],
    ['but none that a variable may come before', 'p{font-family:var(--f),Roboto}', []],
    ['but no words of a shorthand', ':root{--w:bold}p{font:var(--w) 1em Inter}', []],
  ])('%s', (_what, css, expected, body) => {
    expect(missingIn(css, body)).toEqual(expected);
  });
});
