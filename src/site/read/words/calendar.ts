/** Calendars beside the Gregorian that dates on pages are written in. */
export type Calendar = 'gregory' | 'persian' | 'islamic-umalqura' | 'buddhist';

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;
/** Where the years of a calendar are counted from, and how long its months are, roughly. */
const eras = {
  persian: { start: Date.UTC(622, 2, 21), yearDays: 365.2422, monthDays: 30.6 },
  'islamic-umalqura': { start: Date.UTC(622, 6, 18), yearDays: 354.367, monthDays: 29.53 },
};

/** A day as `2026-11-28`; nothing where that calendar has no such day. */
export function isoDay(parts: Day, calendar: Calendar = 'gregory'): string | undefined {
  if (calendar === 'gregory') return gregorianDay(parts);
  if (calendar === 'buddhist') return gregorianDay({ ...parts, year: parts.year - 543 });
  const { start, yearDays, monthDays } = eras[calendar];
  const daysSince = (parts.year - 1) * yearDays + (parts.month - 1) * monthDays + parts.day - 1;
  const about = start + Math.round(daysSince) * dayMs;
  // The real lengths of months differ from the mean; CLDR knows them.
  for (let offset = -6; offset <= 6; offset += 1) {
    const date = new Date(about + offset * dayMs);
    if (isSame(dayIn(date, calendar), parts)) return date.toISOString().slice(0, 10);
  }
  return undefined;
}

/** `2026-02-30` is none. */
function gregorianDay({ year, month, day }: Day): string | undefined {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

function dayIn(date: Date, calendar: Calendar): Day {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const parts = format.formatToParts(date);
  const valueOf = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  return { year: valueOf('year'), month: valueOf('month'), day: valueOf('day') };
}

function isSame(one: Day, other: Day): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}
