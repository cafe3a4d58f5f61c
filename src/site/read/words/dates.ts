import { isoDay } from './calendar.ts';
import { dayInWords } from './day-in-words.ts';
import { withAsciiDigits } from './digits.ts';
import { dayByCountedMonth, dayInNumbers } from './numeric-dates.ts';

const dayMs = 86_400_000;
const yearMs = 365.25 * dayMs;
/** Texts that hold a date are short; a chapter is none. */
const maxLength = 300;

/**
 * When a page was published, as ISO 8601. What begins as an ISO date stays as it is written; of
 * others the day is kept, for they seldom say where in the world it was that day. Dates that
 * mean "none" (`0001-01-01`, the first day of Unix, `9999-12-31`) are none, and so is what lies
 * more than two years ahead.
 *
 * @param language BCP 47; it decides whether 03/04/2025 is in March or in April.
 */
export function isoDate(text: string, language?: string, now = Date.now()): string | undefined {
  const date = dateIn(text, language);
  return date && isMeant(date, now + 2 * yearMs) ? date : undefined;
}

/** When an event is: that may be further ahead. */
export function eventDate(text: string, language?: string, now = Date.now()): string | undefined {
  const date = dateIn(text, language);
  return date && isMeant(date, now + 50 * yearMs) ? date : undefined;
}

/**
 * The day in the address of a page, as blogs have it: `/2026/01/18/owls/`,
 * `/2026-01-18-owls.html`. A folder of days (`/2026/01/18/`) lists what others say.
 */
export function dateInPath(path: string, now = Date.now()): string | undefined {
  const bare = path.replace(/(?:\/index)?\.x?html?$|\/index$|\/$/i, '').replace(/^(?!\/)/, '/');
  const day =
    /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\/(?!page(?:\/|$)|\d+$)[^/]+$/.exec(bare) ??
    /\/(\d{4})-(\d{2})-(\d{2})(?:[-_][^/]+|)$/.exec(bare) ??
    /\/(\d{4})(\d{2})(\d{2})[-_][^/]+$/.exec(bare);
  const date = day && isoDay({ year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) });
  return date && date > '1990' && isMeant(date, now + 2 * yearMs) ? date : undefined;
}

function dateIn(text: string, language: string | undefined): string | undefined {
  const plain = withAsciiDigits(text.slice(0, maxLength))
    .replaceAll(/[\s\u200e\u200f]+/g, ' ')
    .trim();
  return (
    isoIn(plain) ??
    unixTimeIn(plain) ??
    dayByCountedMonth(plain) ??
    dayInWords(plain, language) ??
    dayInNumbers(plain, language)
  );
}

/** `2026-11-25`, `20261125`, and moments in all their spellings. */
function isoIn(text: string): string | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?$/.exec(text);
  if (compact)
    return isoDay({ year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) });
  if (!/^(?:1[5-9]|2[0-3])\d\d-\d\d-\d\d(?!\d)/.test(text)) return undefined;
  const moment = text.replace(/^(.{10})\s+(?=\d)/, '$1T').replace(/\s+(?=[+-]\d|Z$)/, '');
  const isMoment = /^.{10}T\d/.test(moment) && !Number.isNaN(Date.parse(moment));
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  const only = isoDay({ year, month, day });
  return only && isMoment ? moment : only;
}

/** Seconds or milliseconds since 1970, of this century. */
function unixTimeIn(text: string): string | undefined {
  if (!/^(?:\d{10}|\d{13})$/.test(text)) return undefined;
  return new Date(Number(text.padEnd(13, '0'))).toISOString();
}

/** What programs write where they have no date: the first days of their calendars. */
const firstDays = /^(?:1601-01-01|1753-01-01|1899-12-3[01]|1900-01-0[01]|1980-01-01)/;

/** Archives do show what is a hundred years old; before that come sentinels. */
function isMeant(date: string, latest: number): boolean {
  const ms = Date.parse(date);
  return ms < latest && Math.abs(ms) > dayMs && date >= '1500' && !firstDays.test(date);
}
