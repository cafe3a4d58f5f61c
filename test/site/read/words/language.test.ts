import { describe, expect, it } from 'vitest';
import { canonicalLanguage, languageOf } from '../../../../src/site/read/words/language.ts';

const french =
  'La lumière des lampes attire les papillons dans le jardin, et nous ne savons pas encore pour quelle raison. Une lampe sur la table est plus forte que la lune, qui est pourtant plus grande; les papillons tournent avec elle toute la nuit.';
const english =
  'The light of lamps draws moths to the garden, and we do not know yet for which reason. A lamp on the table is stronger than the moon, which is larger; the moths that you see turn with it for the whole of the night.';

describe('the language of a page', () => {
  it.each([
    ['直角と骨組み：海辺の家を建て直す令和の大工', 'ja'],
    ['Docker と Kubernetes の使い方', 'ja'],
    ['바닷가 집을 다시 짓는 목수', 'ko'],
    ['重建海邊的房子：這是一個關於木匠與時間的故事', 'zh-Hant'],
    ['重建海边的房子：这是一个关于木匠与时间的故事', 'zh-Hans'],
    ['مغامرة جديدة في عالم التصميم', 'ar'],
    ['داکر چیست و چگونه کار می‌کند؟', 'fa'],
    ['ڈاکر کیا ہے اور یہ کیسے کام کرتا ہے؟', 'ur'],
    ['הדפסה בבית: מה צריך לדעת', 'he'],
    ['Φως και νυχτοπεταλούδες', 'el'],
    ['Свет и мотыльки: почему они летят и не сгорают, мы ещё не знаем', 'ru'],
    ['Світло і метелики: чому вони летять', 'uk'],
    ['Светлина и пеперуди: защо летят към нея през нощта, тъмната и дълга', 'bg'],
    ['Светлост и лептири: зашто лете ка њој, још не знамо', 'sr'],
    ['แสงไฟกับผีเสื้อกลางคืน', 'th'],
    ['रोशनी और पतंगे', 'hi'],
    ['আলো আর মথ', 'bn'],
    ['ஒளியும் அந்துப்பூச்சிகளும்', 'ta'],
  ])('is that of its words where it says English everywhere: %s is %s', (text, language) => {
    expect(languageOf({ html: 'en' }, text)).toBe(language);
    expect(languageOf({}, text)).toBe(language);
    expect(languageOf({ html: `${language}` }, text)).toBe(language);
  });

  it.each([
    [{ html: 'en', ogLocale: 'zh_TW' }, '海邊的房子', 'zh-TW'],
    [{ html: 'zh', ogLocale: 'zh_TW' }, '這是一個關於時間的故事', 'zh-Hant'],
    [{ html: 'zh-CN', ogLocale: 'zh_HK' }, '這是一個關於時間的故事', 'zh-HK'],
    [{ html: 'zh-CN' }, '這是一個關於時間的故事', 'zh-Hant'],
    [{ html: 'ja' }, '海邊', 'ja'],
    [{ html: 'en', inner: 'fa' }, 'Docker چیست و چگونه کار می‌کند', 'fa'],
    [{ html: 'en', contentLanguage: 'bg' }, 'Светлина и пеперуди', 'bg'],
    [{ html: 'kk' }, 'Жарық', 'kk'],
    [{ html: 'sr' }, 'Svetlost i leptiri', 'sr-Latn'],
    [{ html: 'ar-EG' }, 'داکر چیست', 'ar-EG'],
    [{ html: 'ja' }, 'Docker', 'ja'],
    [{ html: 'ja' }, '', 'ja'],
    [{ html: 'ja', ogLocale: 'en_US' }, english, 'en-US'],
    [{ html: 'ja', ogLocale: 'en_US' }, 'Docker', 'ja'],
    [{ html: 'de', ogLocale: 'en_US' }, 'Licht', 'de'],
    [{ html: '%lang%', contentLanguage: 'de, en' }, 'Licht', 'de'],
    [{ html: 'x-default' }, 'Licht', undefined],
    [{}, 'Licht', undefined],
  ])('declared as %j, with the words %s, is %s', (declared, text, language) => {
    expect(languageOf(declared, text)).toBe(language);
  });

  it('is told from small words only where many of them leave no doubt', () => {
    expect(languageOf({ html: 'en' }, french)).toBe('fr');
    expect(languageOf({}, french)).toBe('fr');
    expect(languageOf({ html: 'en-GB' }, english)).toBe('en-GB');
    expect(languageOf({ html: 'fr' }, french.slice(0, 80))).toBe('fr');
    expect(languageOf({ html: 'en' }, french.slice(0, 80))).toBe('en');
    expect(languageOf({ html: 'oc' }, french)).toBe('oc');
    expect(languageOf({ html: 'en' }, `${english} 海辺の家`)).toBe('en');
  });

  it('is spelled in one way', () => {
    expect(
      ['EN-us', 'pt_BR', 'en_US.UTF-8', 'zh-hant-tw', '', 'und', 'no such'].map(canonicalLanguage),
    ).toEqual([...['en-US', 'pt-BR', 'en-US', 'zh-Hant-TW'], ...[undefined, undefined, undefined]]);
  });
});
