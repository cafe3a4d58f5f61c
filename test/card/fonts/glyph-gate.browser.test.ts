import { expect, it } from 'vitest';
import { chooseFonts, type FontFace } from '../../../src/card/fonts/faces.ts';
import { paint } from './support/painted.ts';

const scripts = (
  'Adlm Arab Armn Bali Bamu Batk Beng Bopo Bugi Cakm Cans Cham Cher Copt Cyrl Deva Egyp Ethi Geor Goth Grek Gujr Guru ' +
  'Hang Hani Hebr Hira Java Kali Kana Khmr Knda Lana Laoo Latn Lepc Limb Lisu Mlym Mong Mtei Mymr Newa Nkoo Olck ' +
  'Orya Osma Rohg Runr Saur Sinh Sund Sylo Syrc Tale Talu Taml Tavt Telu Tfng Thaa Thai Tibt Vaii Wara Yiii'
).split(' ');

const uses = [{ family: 'Inter', weights: [400] }];
const all = Array.from({ length: 0x32000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xf8ff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => !/[\p{Cn}\p{Cc}\p{Zl}\p{Zp}]/u.test(character));

/** Characters from the whole of a script, 100 at most. */
function sampleOf(script: string): string[] {
  const characters = all.filter((character) => new RegExp(`\\p{Script=${script}}`, 'u').test(character));
  const step = Math.max(1, Math.floor(characters.length / 100));
  return characters.filter((_, index) => index % step === 0);
}

/** The texts that the gate lets pass with a box, and those it reports though they are drawn. */
async function disagreements(texts: readonly string[]) {
  const choices = texts.map((text) => chooseFonts(uses, text, 'en'));
  const faces = new Map<string, FontFace>(
    choices.flatMap((choice) => choice.faces.map((face) => [face.id, face])),
  );
  const symbolsFirst = [...faces.values()].sort((a, b) => Number(isEmoji(a)) - Number(isEmoji(b)));
  const painted = await paint(texts, { faces: symbolsFirst });
  return texts.filter((_, index) => painted[index]!.hasBox !== choices[index]!.missing.length > 0);
}

const isEmoji = ({ id }: FontFace) => id.includes(' emoji ');

/** Letters with marks, and signs that are made of several, with what they cannot be made of. */
const sequences = [
  ...'x\u{1f3fd} 日\u{1f3fd} q\u0316\u0301 ẹ̀ ж\u0311 ก\u0301 क\u0e31 ໒꒰ྀི ß\u0951 a\u0651 א\u0301 ع\u0301 x\u20e3 a\u20dd'.split(
    ' ',
  ),
  ...'👩‍🍳 👍🏽 🇺🇳 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ 🐝 🫩 ▶ ▶\ufe0f ☕\ufe0e क्ष ක්‍ර ស្រី မြန်မာ ༼つ ಠ益ಠ ┻━┻ 葛\u{e0101} 𠮷 𠹺 ɐ̃̊ Ω̂'.split(' '),
];

it('the gate reports what is drawn as a box, and nothing else', { timeout: 120_000 }, async () => {
  const common = sampleOf('Zyyy').filter((character) => /\p{Script_Extensions=Zyyy}/u.test(character));
  const marked = sampleOf('Zinh').map((mark) => `a${mark}`);
  const texts = [...scripts.flatMap(sampleOf), ...common, ...marked, ...sequences];
  expect(texts.length).toBeGreaterThan(4_000);
  expect(await disagreements(texts)).toEqual([]);
});

it('the gate reports joined emoji that would stand side by side, and flags of no country', () => {
  const missing = (text: string) =>
    chooseFonts(uses, text, 'en').missing.map((code) => String.fromCodePoint(code));
  expect(missing('👩‍🍕')).toEqual([...'\u200d🍕👩']);
  expect(missing('🇦🇦')).toEqual(['🇦']);
  expect(missing('x🏽')).toEqual(['🏽']);
  expect(missing('👩 🍕 🇦🇹')).toEqual([]);
});

it('the gate minds nothing that nobody can see', () => {
  const unseen = all.filter((character) => /[\p{Cf}\p{Zs}\p{Default_Ignorable_Code_Point}]/u.test(character));
  expect(unseen.length).toBeGreaterThan(100);
  expect(chooseFonts(uses, unseen.join('a'), 'en').missing).toEqual([]);
});
