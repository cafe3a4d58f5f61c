import { describe, expect, it } from 'vitest';
import { chooseFonts, symbolFamily } from '../../../src/card/fonts/faces.ts';
import { guessLanguage } from '../../../src/card/fonts/language.ts';

const uses = [{ family: 'Inter', weights: [400, 700] }];
const choose = (text: string) => chooseFonts(uses, text, guessLanguage(text));
/** The files beside those of Inter. */
const filesFor = (text: string) => [
  ...new Set(
    choose(text)
      .faces.map(({ id }) => id.split(' ').slice(0, -1).join(' '))
      .filter((name) => !/inter-/.test(name))
      .map((name) =>
        name.replace(/^Inter \d+ |^Cardstock-Symbols 400 /, '').replace(/-(wght|\d+)-normal$/, ''),
      ),
  ),
];

describe('font faces', () => {
  it('come with their bytes', () => {
    const [face, ...others] = chooseFonts([{ family: 'Inter', weights: [400] }], 'a', 'en').faces;
    expect(Buffer.from(face!.data, 'base64').subarray(0, 4).toString()).toBe('wOF2');
    expect(face!.id).toMatch(/^Inter 400 inter-latin-400-normal [\w-]{16}$/);
    expect(others).toEqual([]);
  });

  it.each([
    ['Latin, Greek, Cyrillic and Vietnamese', 'Hello Ελληνικά Кириллица tiếng Việt', []],
    ['Arabic', 'مرحبا بالعالم', ['noto-sans-arabic-arabic']],
    ['Hebrew', 'שלום עולם', ['noto-sans-hebrew-hebrew']],
    ['Devanagari', 'हिन्दी क्षेत्र', ['noto-sans-devanagari']],
    ['Bengali', 'বাংলা ভাষা', ['noto-sans-bengali-bengali']],
    ['Tamil', 'தமிழ் மொழி', ['noto-sans-tamil-tamil']],
    ['Thai', 'ภาษาไทย', ['noto-sans-thai-thai']],
    ['mathematics and symbols', '∑ ∫ 𝒳 ♞ ✔', ['noto-sans-math', 'noto-sans-symbols-2-symbols']],
    ['emoji', '😀 👩‍👩‍👧‍👦 👍🏽 🇯🇵', ['emoji']],
    ['characters that are asked to be emoji', '❤️ 1️⃣', ['emoji']],
    ['characters that are asked to be text', '❤\ufe0e ☕\ufe0e', ['noto-sans-symbols-2-symbols']],
    ['emoji that no other font has, though they should be text', '🫩\ufe0e', ['emoji']],
  ])('are found for %s', (_name, text, files) => {
    const { missing } = choose(text);
    expect(missing).toEqual([]);
    for (const file of files) expect(filesFor(text).join()).toContain(file);
    expect(filesFor(text)).toHaveLength(files.length);
  });

  it.each([
    ['日本語のタイトル', /^noto-sans-jp-/],
    ['中文标题', /^noto-sans-sc-/],
    ['한국어 제목', /^noto-sans-kr-/],
    ['漢字ㄅㄆ', /^noto-sans-tc-/],
  ])('draw the Han characters and syllables of %s in the national form', (text, family) => {
    expect(choose(text).missing).toEqual([]);
    for (const file of filesFor(text)) expect(file).toMatch(family);
  });

  it("give a script to the template's own family, in each of its weights and asked after its own files", () => {
    const { faces } = choose('Hello שלום');
    expect(
      faces.map(
        ({ family, weight, id }) => `${family} ${weight} ${id.includes('hebrew') ? 'Hebrew' : 'own'}`,
      ),
    ).toEqual(['Inter 400 Hebrew', 'Inter 400 own', 'Inter 700 Hebrew', 'Inter 700 own']);
  });

  it('give a script to the family that lacks it, though another of the template has it', () => {
    const both = [...uses, { family: 'Newsreader', weights: [600] }];
    const { faces, missing } = chooseFonts(both, 'Ελληνικά', 'el');
    const greek = faces.filter(({ id }) => id.includes('-greek-'));
    expect(greek.map(({ family, weight, id }) => `${family} ${weight} ${id.split(' ')[2]}`)).toEqual([
      'Inter 400 inter-greek-400-normal',
      'Inter 700 inter-greek-700-normal',
      'Newsreader 600 noto-sans-greek-wght-normal',
    ]);
    expect(missing).toEqual([]);
  });

  it('come once, however often a template names them', () => {
    const twice = [...uses, { family: 'Inter', weights: [700, 700] }];
    expect(chooseFonts(twice, 'Hello שלום', 'en')).toEqual(choose('Hello שלום'));
  });

  it('put emoji and symbols into the family that ends every stack', () => {
    expect(choose('😀').faces[0]).toMatchObject({ family: symbolFamily, weight: 400 });
  });

  it('give symbols that are text a font of their own beside an emoji, asked after that of the emoji', () => {
    expect(filesFor('☎ ❤️')).toEqual(['noto-sans-symbols-2-symbols', 'emoji']);
    expect(filesFor('☎ ❤')).toEqual(['noto-sans-symbols-2-symbols']);
  });

  it('draw a letter and its mark with one file', () => {
    expect(filesFor('q\u0316\u0301')).toEqual(['dejavu-sans']);
  });
});

describe('the glyph gate', () => {
  it('names what no font here can draw', () => {
    expect(choose('Hello 𓀀 \u{10FFFD}').missing).toEqual([0x13000, 0x10fffd]);
  });

  it('minds no spaces, controls, joiners and selectors', () => {
    expect(choose('a\u00a0b\u200dc\ufe0f\u2066d\u2069\n\u3000').missing).toEqual([]);
  });
});
