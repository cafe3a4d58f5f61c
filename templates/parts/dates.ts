/** A date as the language of the card writes it: `22 November 2026`, `2026年11月22日`. */
export function longDate(date: string, language: string): string {
  return format(date, language, { dateStyle: 'long' });
}

/** From one day to another: `3–5 December 2026`. */
export function longDays(first: string, last: string, language: string): string {
  const range = formatterOf(language, { dateStyle: 'long' }).formatRange(new Date(first), new Date(last));
  // Some languages have no words for it, and ICU falls back to figures.
  const isWords = !/\d[/.-]\s?\d+[/.-]/.test(range);
  return isWords
    ? range.replace(/\s*–\s*/, '–')
    : `${longDate(first, language)} – ${longDate(last, language)}`;
}

/** The parts of a date for designs that set them apart. */
export function dateParts(date: string, language: string) {
  return {
    day: format(date, language, { day: 'numeric' }).replace(/\P{Nd}+$/u, ''),
    month: format(date, language, { month: 'long' }),
    weekday: format(date, language, { weekday: 'long' }),
    year: format(date, language, { year: 'numeric' }),
  };
}

/** Making one takes ten times as long as using it, and it takes 100 kB: the cards of a site need few. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const maxFormatters = 50;

function format(date: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return formatterOf(language, options).format(new Date(date));
}

function formatterOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // Plain `en` says nothing of the order of day and month; the day first is read everywhere. Dates
  // that ICU has not in a language are else those of the machine's own.
  const locales = language === 'en' ? ['en-GB'] : [language, 'en-GB'];
  const name = `${language} ${JSON.stringify(options)}`;
  const formatter = formatters.get(name) ?? new Intl.DateTimeFormat(locales, { ...options, timeZone: 'UTC' });
  if (formatters.size >= maxFormatters) formatters.clear();
  formatters.set(name, formatter);
  return formatter;
}
