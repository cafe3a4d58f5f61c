import { describe, expect, it } from 'vitest';
import { chooseFonts } from '../../../src/card/fonts/faces.ts';
import {
  directionOf,
  guessLanguage,
  hanLanguage,
  scriptOf,
  tallnessOf,
} from '../../../src/card/fonts/language.ts';

describe('the language of a text', () => {
  it.each([
    ['Hello', 'en'],
    ['こんにちは', 'ja'],
    ['令和の骨', 'ja'],
    ['漢字とカタカナ', 'ja'],
    ['한국어', 'ko'],
    ['大韓民國 만세', 'ko'],
    ['ㄅㄆㄇ', 'zh-Hant'],
    ['中文', 'zh-Hans'],
    ['日本語と English', 'ja'],
    ['हिन्दी', 'hi'],
    ['हर पृष्ठ एक चित्र, デザイン', 'hi'],
    ['العربية', 'ar'],
    ['ภาษาไทย', 'th'],
    ['the mean μ and the deviation σ', 'en'],
    ['Кириллица', 'en'],
    ['தமிழ்', 'ta'],
    ['తెలుగు వార్తలు', 'te'],
    ['ភាសាខ្មែរ', 'km'],
    ['မြန်မာစာ', 'my'],
    ['ދިވެހި', 'dv'],
    ['አማርኛ', 'am'],
    ['ᬩᬮᬶ', 'ban-Bali'],
    ['Deadlines (ಠ_ಠ)', 'en'],
    ['What the word سلام means', 'en'],
    ['Node.js 24 منتشر شد', 'ar'],
    ['WebGL בדפדפן: מדריך', 'he'],
  ])('of %s is guessed to be %s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja-JP'],
    ['ko', 'ko'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-HK'],
    ['yue', 'yue'],
    ['zh', 'zh'],
    ['en', 'zh-Hans'],
    ['pt-BR', 'zh-Hans'],
  ])('of Han characters alone is, on a site in %s, %s', (site, language) => {
    expect(guessLanguage('骨直令', site)).toBe(language);
  });

  it.each([
    ['Заглавие', 'bg', 'bg'],
    ['Наслов', 'sr', 'sr'],
    ['Naslov', 'sr-Latn', 'sr-Latn'],
    ['Título', 'pt-BR', 'pt-BR'],
    ['فارسی', 'fa', 'fa'],
    ['اردو', 'ur', 'ur'],
    ['العربية', 'ar-EG', 'ar-EG'],
    ['मराठी', 'mr', 'mr'],
    ['ひらがな', 'ja-JP', 'ja-JP'],
    ['ひらがな', 'zh-TW', 'ja'],
    ['ㄅㄆㄇ', 'zh-TW', 'zh-TW'],
    ['العربية', 'zh-TW', 'ar'],
  ])("of %s stays the site's own, %s, if it has that script: %s", (text, site, language) => {
    expect(guessLanguage(text, site)).toBe(language);
  });
});

describe('a language tag', () => {
  it.each([
    ['ja', 'ja'],
    ['ja-Latn', 'ja'],
    ['ko-KP', 'ko'],
    ['zh', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['yue-CN', 'zh-Hans'],
    ['nan-TW', 'zh-Hant'],
    ['wuu', 'zh-Hans'],
    ['de', undefined],
    ['sr-Latn', undefined],
    ['mul', undefined],
  ])('%s writes Han characters as %s', (language, expected) => {
    expect(hanLanguage(language)).toBe(expected);
  });

  it.each([
    ['ur', 'Arab', 'rtl'],
    ['he', 'Hebr', 'rtl'],
    ['sr', 'Cyrl', 'ltr'],
    ['sr-Latn', 'Latn', 'ltr'],
    ['mr', 'Deva', 'ltr'],
    ['mul', 'Latn', 'ltr'],
  ])('%s is written in %s, %s', (language, script, direction) => {
    expect([scriptOf(language), directionOf(language)]).toEqual([script, direction]);
  });
});

it.each([
  ['en', 1],
  ['ka', 1],
  ['ur', 1.3],
  ['te', 1.3],
  ['my', 1.4],
  ['bo', 1.6],
  ['jv', 1],
  ['jv-Java', 1.7],
])('lines of %s are set %f times as far apart as Latin ones', (language, tallness) => {
  expect(tallnessOf(language)).toBe(tallness);
});

describe('Han characters that nations draw differently', () => {
  it.each([
    ['ja', 'noto-sans-jp'],
    ['ko', 'noto-sans-kr'],
    ['zh-Hans', 'noto-sans-sc'],
    ['zh-SG', 'noto-sans-sc'],
    ['zh-Hant', 'noto-sans-tc'],
    ['zh-TW', 'noto-sans-tc'],
    ['zh-HK', 'noto-sans-tc'],
    ['yue', 'noto-sans-tc'],
    ['en', 'noto-sans-sc'],
  ])('are drawn for %s from %s', (language, family) => {
    for (const character of ['骨', '直', '令']) {
      const { faces, missing } = chooseFonts([{ family: 'Inter', weights: [400] }], character, language);
      expect(faces.map(({ id }) => /noto-sans-[a-z]+/.exec(id)?.[0])).toEqual([family]);
      expect(missing).toEqual([]);
    }
  });
});
