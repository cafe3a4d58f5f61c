import { describe, expect, it } from 'vitest';
import { breakWords } from '../../../src/card/words/break-words.ts';

/** With `|` at joints and between Chinese words, and `-` between syllables. */
const broken = (text: string, language = 'en') =>
  breakWords(text, language)
    .replaceAll(/<wbr[^>]*>/g, '|')
    .replaceAll('\u00ad', '-');

describe('what programs call things', () => {
  it.each([
    ['createContentSecurityPolicy', 'create|Content|Security|Policy'],
    ['parseHTMLDocument', 'parse|HTML|Document'],
    ['MAX_REDIRECTS_PER_HOST', 'MAX_|REDIRECTS_|PER_|HOST'],
    ['std::collections::HashMap', 'std::|collections::|Hash|Map'],
    ['https://example.com/blog/how_to?x=1', 'https://|example.|com/|blog/|how_|to?|x=|1'],
    ['Vec&lt;ThreadSafeReference&gt;', 'Vec&lt;Thread|Safe|Reference&gt;'],
  ])('%s is broken at its joints', (word, expected) => {
    expect(broken(word)).toBe(expected);
  });

  it.each(['JavaScript', 'iPhone 17', 'snake_case', 'example.com', 'well-being', 'U.S.A.'])(
    '%s is too short to be broken',
    (word) => {
      expect(broken(word)).toBe(word);
    },
  );
});

describe('a long word', () => {
  it.each([
    ['de', 'Donaudampfschifffahrtsgesellschaft', 'Do-nau-dampf-schiff-fahrts-ge-sell-schaft'],
    ['de-AT', '„Überschwemmungsgebiete“', '„Über-schwem-mungs-ge-bie-te“'],
    ['en', 'Antidisestablishmentarianism', 'An-tidis-es-tab-lish-men-tar-i-an-ism'],
    ['ru', 'достопримечательность', 'до-сто-при-ме-ча-тель-ность'],
  ])('in %s has its syllables marked: %s', (language, word, expected) => {
    expect(broken(word, language)).toBe(expected);
  });

  it('of few syllables stays as it is, and so do its neighbours', () => {
    expect(broken('Nachtzüge kehren zurück', 'de')).toBe('Nachtzüge kehren zurück');
  });

  it('stays as it is in a language without patterns', () => {
    expect(broken('x'.repeat(40), 'tlh')).toBe('x'.repeat(40));
  });
});

describe('Chinese', () => {
  it('may be broken between its words only, and never beside a comma', () => {
    expect(broken('夜行列车重返欧洲，为什么', 'zh')).toBe('夜行|列车|重返|欧洲，为什么');
    expect(broken('借出腳踏車', 'zh-Hant')).toContain('腳踏車');
  });

  it('is left alone in Japanese and Korean, which the browser breaks', () => {
    expect(broken('夜行列車重返歐洲', 'ja')).toBe('夜行列車重返歐洲');
    expect(broken('漢江 物語', 'ko')).toBe('漢江 物語');
  });
});
