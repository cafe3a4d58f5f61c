import { type Calendar, type Day, isoDay } from './calendar.ts';

/** The first years of the eras that Japanese and Taiwanese dates count from. */
const eras: readonly [RegExp, number][] = [
  [/令和/, 2018],
  [/平成/, 1988],
  [/昭和/, 1925],
  [/民[國国]/, 1911],
];

/** `2025年7月3日`, `2025년 7월 3일`, `令和7年7月3日`, and `3 tháng 7, 2025`. */
export function dayByCountedMonth(text: string): string | undefined {
  const han = /(\p{sc=Han}{2}|)\s*(\d{1,4}|元)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})(?!\d)/u.exec(text);
  if (han) {
    const [, era = '', year = '', month, day] = han;
    const first = eras.find(([name]) => name.test(era))?.[1];
    if (first === undefined && year.length !== 4) return undefined;
    const counted = year === '元' ? 1 : Number(year);
    return isoDay({ year: counted + (first ?? 0), month: Number(month), day: Number(day) });
  }
  const vietnamese = /(?<!\d)(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2})(?:,|\s+năm|)\s+(\d{4})(?!\d)/iu.exec(text);
  return vietnamese ? dayOf(vietnamese[3], vietnamese[2], vietnamese[1]) : undefined;
}

/** `2025/7/3`, `2025. 7. 3.`, `03.07.2025`, `07/13/2025`. */
export function dayInNumbers(text: string, language: string | undefined): string | undefined {
  const yearFirst = /(?<![\d.])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d.]\d|\d)/.exec(text);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[3], yearFirst[4], language);
  const yearLast = /(?<![\d.])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d.]\d|\d)/.exec(text);
  if (!yearLast) return undefined;
  const [, first, separator, second, year] = yearLast;
  const dayFirst = dayOf(year, second, first, language);
  const monthFirst = separator === '.' ? undefined : dayOf(year, first, second, language);
  if (dayFirst && monthFirst && dayFirst !== monthFirst) return [dayFirst, monthFirst][orderIn(language)];
  return dayFirst ?? monthFirst;
}

/** 0 where the day comes first, 1 where the month does. Plain `en` is written in both ways. */
function orderIn(language: string | undefined): number {
  if (!language || language.toLowerCase() === 'en') return -1;
  const parts = new Intl.DateTimeFormat(language, { dateStyle: 'short' }).formatToParts(0);
  const order = parts.map(({ type }) => type);
  return order.indexOf('month') < order.indexOf('day') && order[0] !== 'year' ? 1 : 0;
}

function dayOf(year = '', month = '', day = '', language?: string): string | undefined {
  const parts: Day = { year: Number(year), month: Number(month), day: Number(day) };
  return isoDay(parts, calendarOf(parts.year, language));
}

/** Which years these are: Thai sites are in 2569, and Persian ones in 1405. */
function calendarOf(year: number, language = ''): Calendar {
  if (/^th\b/i.test(language) && year > 2400) return 'buddhist';
  if (/^fa\b/i.test(language) && year > 1300 && year < 1500) return 'persian';
  return 'gregory';
}
