import type { Calendar } from './calendar.ts';

export interface Month {
  readonly month: number;
  readonly calendar: Calendar;
}

type MonthTable = ReadonlyMap<string, Month>;

/** Languages whose months have names; Chinese, Japanese, Korean and Vietnamese count them. */
const languages =
  'en fr de de-AT es pt it nl sv da nb nn fi pl cs sk hu ro ru uk bg sr sr-Latn bs hr sl mk el tr az kk uz ar ar-MA ar-DZ ar-SY fa ur he hi mr ne bn ta te gu th id ms fil sw ca gl eu et lv lt is ga cy sq hy ka be eo af mt lb'.split(
    ' ',
  );

const calendars: readonly [language: string, calendar: Calendar][] = [
  ['fa', 'persian'],
  ['ar', 'islamic-umalqura'],
];

/** What people write and CLDR does not. */
const more: readonly [language: string, name: string, month: number][] = [
  ['en', 'sept', 9],
  ['de', 'mär', 3],
  ['de', 'mrz', 3],
  ['de', 'feber', 2],
  ['el', 'νοέμβριος', 11],
];

const tables = new Map<string, MonthTable>();
const maxTables = 100;
let wholeNames: MonthTable | undefined;

/** What Hebrew writes before a month, and Basque behind it, in the same word. */
const affixes = /^ב|ren$/u;

/** The month that a word names in the language of the text, or else in any where all agree. */
export function monthNamed(word: string, language = 'en'): Month | undefined {
  const key = keyOf(word);
  return find(key, language) ?? (affixes.test(key) ? find(key.replace(affixes, ''), language) : undefined);
}

function find(key: string, language: string): Month | undefined {
  return tableOf(language).get(key) ?? tableOf('en').get(key) ?? everyName().get(key);
}

function tableOf(language: string): MonthTable {
  let table = tables.get(language);
  if (!table) {
    if (tables.size >= maxTables) tables.clear();
    table = new Map([...namesIn(language, 'short'), ...namesIn(language, 'long')]);
    tables.set(language, table);
  }
  return table;
}

/** Whole names of all languages; `listopad` is October or November, so alone it is neither. */
function everyName(): MonthTable {
  if (wholeNames) return wholeNames;
  const table = new Map<string, Month>();
  const ambiguous = new Set<string>();
  for (const [name, month] of languages.flatMap((language) => namesIn(language, 'long'))) {
    if ((table.get(name)?.month ?? month.month) !== month.month) ambiguous.add(name);
    table.set(name, month);
  }
  for (const name of ambiguous) table.delete(name);
  wholeNames = table;
  return table;
}

function namesIn(language: string, length: 'long' | 'short'): [string, Month][] {
  const base = new Intl.Locale(language).language;
  const other = calendars.filter(([name]) => name === base).map(([, calendar]) => calendar);
  const names = [...other, 'gregory' as const].flatMap((calendar) => namesOf(language, length, calendar));
  const own = more.filter(([name]) => name === base);
  return [
    ...names,
    ...own.map(([, name, month]): [string, Month] => [keyOf(name), { month, calendar: 'gregory' }]),
  ];
}

/** As a date has it, and as it stands alone: `marraskuuta` and `marraskuu`. */
function namesOf(language: string, length: 'long' | 'short', calendar: Calendar): [string, Month][] {
  const locale = `${language}-u-ca-${calendar}-nu-latn`;
  const options = { month: length, timeZone: 'UTC' } as const;
  const forms = [
    new Intl.DateTimeFormat(locale, options),
    new Intl.DateTimeFormat(locale, { ...options, day: 'numeric', year: 'numeric' }),
  ];
  const numbers = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    month: 'numeric',
    timeZone: 'UTC',
  });
  const names: [string, Month][] = [];
  for (const date of daysOfEachMonth) {
    const month = Number.parseInt(numbers.format(date), 10);
    for (const form of forms) {
      const name = keyOf(form.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '');
      if (/\p{L}{2}|\p{L}\p{M}|\p{L}\./u.test(name)) names.push([name, { month, calendar }]);
    }
  }
  return names;
}

/** So close that shorter months of other calendars are met too. */
const daysOfEachMonth = Array.from({ length: 27 }, (_, index) => new Date(Date.UTC(2025, 0, 3 + index * 14)));

/** Small letters without accents, and without the sign of an abbreviation. */
function keyOf(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[.׳॰]$/u, '');
}
