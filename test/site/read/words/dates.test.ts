import { describe, expect, it } from 'vitest';
import { dateInPath, eventDate, isoDate } from '../../../../src/site/read/words/dates.ts';

const now = Date.UTC(2026, 10, 28);
const languages =
  'en fr de es pt it nl sv da nb nn fi pl cs sk hu ro ru uk bg sr sr-Latn hr sl mk el tr az kk ar fa ur he hi mr bn ta th vi id ja ko zh zh-Hant ca gl eu et lv lt is ga cy sq hy ka be af'.split(
    ' ',
  );
const written = (language: string, month: number, length: 'long' | 'full' | 'medium') =>
  new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle: length, timeZone: 'UTC' }).format(
    Date.UTC(2025, month, 9 + month),
  );

describe('a date', () => {
  it.each(languages)('is read as %s writes it in every month, with and without its weekday', (language) => {
    for (let month = 0; month < 12; month += 1) {
      const day = new Date(Date.UTC(2025, month, 9 + month)).toISOString().slice(0, 10);
      for (const length of ['long', 'full', 'medium'] as const) {
        const text = written(language, month, length);
        expect([text, isoDate(text, language, now)]).toEqual([text, day]);
      }
    }
  });

  it.each([
    ['4 décembre 2023', '2023-12-04'],
    ['le 1er août 2025', '2025-08-01'],
    ['3. Oktober 2025', '2025-10-03'],
    ['Freitag, den 3. Oktober 2025 um 14:30 Uhr', '2025-10-03'],
    ['7 de julio de 2025', '2025-07-07'],
    ['5. marraskuuta 2025', '2025-11-05'],
    ['2025年7月3日', '2025-07-03'],
    ['2025年7月3日（木）10:00', '2025-07-03'],
    ['令和7年7月3日', '2025-07-03'],
    ['2025년 7월 3일 목요일', '2025-07-03'],
    ['3 tháng 7, 2025', '2025-07-03'],
    ['Ngày 3 tháng 7 năm 2025', '2025-07-03'],
    ['July 3rd, 2025', '2025-07-03'],
    ['Sept. 3, 2025', '2025-09-03'],
    ['the 3rd of July 2025', '2025-07-03'],
    ['2025-Jul-03', '2025-07-03'],
    ['3-Jul-2025', '2025-07-03'],
    ['Wed Jul 2 22:15:00 UTC 2025', '2025-07-02'],
    ['Thu Jul 03 2025 02:00:00 GMT+0200 (Central European Summer Time)', '2025-07-03'],
    ['Published on May 12, 2025 at 3:15 p.m.', '2025-05-12'],
    ['13.07.2025', '2025-07-13'],
    ['03.04.2025', '2025-04-03'],
    ['5. 11. 2025.', '2025-11-05'],
    ['2025. 11. 5.', '2025-11-05'],
    ['07/13/2025', '2025-07-13'],
    ['13/07/2025', '2025-07-13'],
    ['13-07-2025 10:30', '2025-07-13'],
    ['04/04/2025', '2025-04-04'],
    ['٣ يوليو ٢٠٢٥', '2025-07-03'],
    ['۲۰۲۵/۰۷/۰۳', '2025-07-03'],
    ['३ जुलाई २०२५', '2025-07-03'],
    ['৩ জুলাই, ২০২৫', '2025-07-03'],
    ['3 กรกฎาคม 2568', '2025-07-03'],
    ['๓ กรกฎาคม ๒๕๖๘', '2025-07-03'],
    ['۱۲ تیر ۱۴۰۴', '2025-07-03'],
    ['٨ محرم ١٤٤٧', '2025-07-03'],
    ['1751500800', '2025-07-03T00:00:00.000Z'],
    ['1912-04-16', '1912-04-16'],
  ])('%s is %s in a page of any language', (text, day) => {
    expect(isoDate(text, undefined, now)).toBe(day);
  });

  it.each([
    ['en-US', '2025-03-04'],
    ['en-GB', '2025-04-03'],
    ['fr', '2025-04-03'],
    ['en', undefined],
    [undefined, undefined],
  ])('of two readings, 03/04/2025, is by the language %s %s', (language, day) => {
    expect(isoDate('03/04/2025', language, now)).toBe(day);
  });

  it('has the month that its language means, and none where languages disagree', () => {
    expect(isoDate('5 listopada 2025', 'pl', now)).toBe('2025-11-05');
    expect(isoDate('5. listopada 2025.', 'hr', now)).toBe('2025-10-05');
    expect(isoDate('5 listopada 2025', undefined, now)).toBeUndefined();
  });

  it.each([
    ['fa', '۱۴۰۴/۰۴/۱۲'],
    ['fa', '1404-04-12'],
    ['th', '03/07/2568'],
  ])('in the years of %s, %s, is of today', (language, text) => {
    expect(isoDate(text, language, now)).toBe('2025-07-03');
  });

  it.each([
    'Summer 2025',
    'May 2025',
    'Mai 2025',
    '2025',
    '2025-07',
    'No. 4, April 2025',
    'No. 4 April 2025',
    'Nr. 4, April 2025',
    'Marchmont 12, 2025',
    'Mayfair 12, 2025',
    'August Strand 2025',
    'Version 3.04.2025.1',
    '31 June 2025',
    '5 Mar 25',
    '32.13.2025',
    'yesterday',
    '',
  ])('is not in %j', (text) => {
    expect(isoDate(text, 'en-GB', now)).toBeUndefined();
  });

  it.each([
    '0001-01-01T00:00:00+00:00',
    '0001-01-01',
    '1970-01-01T00:00:00Z',
    '1969-12-31T19:00:00-05:00',
    '1 January 1970',
    '1980-01-01T00:00:00Z',
    '1900-01-01',
    '9999-12-31T23:59:59Z',
    '31 December 9999',
    '-0001-11-30T00:00:00+00:00',
    '0000-00-00 00:00:00',
    '0000000000',
    '2031-01-01',
  ])('is not meant by %s', (text) => {
    expect(isoDate(text, 'en', now)).toBeUndefined();
  });

  it('of an event may lie ahead', () => {
    expect(eventDate('2031-01-01T19:00', 'en', now)).toBe('2031-01-01T19:00');
    expect(eventDate('9999-12-31', 'en', now)).toBeUndefined();
  });
});

describe('the date in an address', () => {
  it.each([
    ['/2026/01/18/owls/', '2026-01-18'],
    ['2026/1/8/owls/index.html', '2026-01-08'],
    ['/blog/2026/01/18/owls.html', '2026-01-18'],
    ['/2026-01-18-owls.html', '2026-01-18'],
    ['posts/2026-01-18/index.html', '2026-01-18'],
    ['/20260118-owls/', '2026-01-18'],
    ['2026/01/owls', undefined],
    ['/2026/01/18/', undefined],
    ['/2026/01/18/page/2/', undefined],
    ['/docs/2024-01-15/api/', undefined],
    ['/2026/13/18/owls/', undefined],
    ['/2026/02/30/owls/', undefined],
    ['/9999/01/01/owls/', undefined],
    ['/1024/10/12/owls/', undefined],
    ['/v/1234567-owls', undefined],
  ])('%s is %s', (path, day) => {
    expect(dateInPath(path, now)).toBe(day);
  });
});
