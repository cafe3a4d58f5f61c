import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { chooseFonts, symbolFamily } from '../../src/fonts/faces.ts';
import { guessLanguage, hanLanguage } from '../../src/fonts/language.ts';
import { formatUnicodeRange, includes, parseUnicodeRange } from '../../src/fonts/unicode-range.ts';
import { readCodePoints } from '../../src/fonts/woff2.ts';

const require = createRequire(import.meta.url);
const uses = [{ family: 'Inter', weights: [400, 700] }];
const choose = (text: string) => chooseFonts(uses, text, guessLanguage(text));
/** The files beside those of Inter. */
const filesFor = (text: string) => [
  ...new Set(
    choose(text)
      .faces.map(({ id }) => id.split(' ').slice(0, -1).join(' '))
      .filter((name) => !/inter-/.test(name))
      .map((name) =>
        name.replace(/^Inter \d+ |^Cardstock Symbols 400 /, '').replace(/-(wght|\d+)-normal$/, ''),
      ),
  ),
];

describe('unicode ranges', () => {
  const ranges = parseUnicodeRange('U+0041-005A, U+20AC,u+1F600-1F64F');

  it('are read with both ends included', () => {
    expect(ranges).toEqual([
      [0x41, 0x5a],
      [0x20ac, 0x20ac],
      [0x1f600, 0x1f64f],
    ]);
  });

  it.each([
    ['A', true],
    ['Z', true],
    ['a', false],
    ['€', true],
    ['😀', true],
  ])('tell whether they include %j', (character, expected) => {
    expect(includes(ranges, character.codePointAt(0)!)).toBe(expected);
  });

  it('are written as short as they can be', () => {
    expect(formatUnicodeRange([0x43, 0x41, 0x42, 0x20ac])).toBe('U+41-43,U+20AC');
  });
});

describe('the character map of a font', () => {
  const pathOf = (file: string) => readFileSync(require.resolve(file));

  it('tells what a file has, not what its package says', () => {
    const math = readCodePoints(
      pathOf('@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2'),
    );
    expect(math.has('∑'.codePointAt(0)!)).toBe(true);
    expect(math.has('𝒳'.codePointAt(0)!)).toBe(true);
    expect(math.has('あ'.codePointAt(0)!)).toBe(false);
  });

  it('is not found in what is no font', () => {
    expect(() => readCodePoints(Buffer.alloc(100))).toThrow('no WOFF2 font');
  });
});

describe('font faces', () => {
  it('come with their bytes', () => {
    const [face, ...others] = chooseFonts([{ family: 'Inter', weights: [400] }], 'a', 'en').faces;
    expect(Buffer.from(face!.data, 'base64').subarray(0, 4).toString()).toBe('wOF2');
    expect(face!.id).toMatch(/^Inter 400 inter-latin-400-normal [\w-]{16}$/);
    expect(others).toEqual([]);
  });

  it.each([
    [{ family: 'Comic Sans', weights: [400] }, 'No font family "Comic Sans"'],
    [{ family: 'Inter', weights: [450] }, 'Inter has no weight 450'],
  ])('are refused for what does not ship', (use, message) => {
    expect(() => chooseFonts([use], 'a', 'en')).toThrow(message);
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
    ['characters that are asked to be emoji', '❤️ 1️⃣', ['every emoji']],
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

  it('put emoji and symbols into the family that ends every stack', () => {
    expect(choose('😀').faces[0]).toMatchObject({ family: symbolFamily, weight: 400 });
  });

  it('keep text text where no selector asks for a picture', () => {
    const emoji = choose('😀 → ❤').faces.find(({ id }) => id.includes(' emoji '))!;
    const ranges = parseUnicodeRange(emoji.unicodeRange);
    expect(includes(ranges, '😀'.codePointAt(0)!)).toBe(true);
    expect(includes(ranges, '→'.codePointAt(0)!)).toBe(false);
    expect(includes(ranges, '1'.codePointAt(0)!)).toBe(false);
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

describe('the language of a text', () => {
  it.each([
    ['Hello', 'en'],
    ['こんにちは', 'ja'],
    ['한국어', 'ko'],
    ['ㄅㄆㄇ', 'zh-Hant'],
    ['中文', 'zh-Hans'],
    ['日本語と English', 'ja'],
    ['हिन्दी', 'hi'],
    ['हर पृष्ठ एक चित्र, デザイン', 'hi'],
    ['العربية', 'ar'],
    ['ภาษาไทย', 'th'],
  ])('of %s is guessed to be %s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it("is the site's where Han characters alone do not tell", () => {
    expect(guessLanguage('中文', 'ja')).toBe('ja');
    expect(guessLanguage('中文', 'zh-TW')).toBe('zh-Hant');
    expect(hanLanguage('zh-HK')).toBe('zh-Hant');
    expect(hanLanguage('de')).toBeUndefined();
  });
});
