/**
 * A date as ISO 8601. What begins as an ISO date stays as it is written; of others the day is
 * kept, for they seldom say where in the world it was that day.
 */
export function isoDate(text: string): string | undefined {
  const trimmed = text.trim();
  const numeric = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/s.exec(trimmed);
  if (!numeric) return dayInWords(trimmed);
  const [, year, separator, month = '', day = '', rest = ''] = numeric;
  if (separator !== '-' || rest === '' || month.length + day.length < 4) {
    return realDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  }
  const moment = trimmed.replace(/^(.{10})\s+/, '$1T').replace(/\s+(?=[+-]\d|Z$)/, '');
  return Number.isNaN(Date.parse(moment)) ? realDay(trimmed.slice(0, 10)) : moment;
}

/** `2026-02-30` is none. */
function realDay(day: string): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

/** As in `Tue, 3 Nov 2026 10:00:00 +0200` or `March 5, 2026`: the day that is written there. */
function dayInWords(text: string): string | undefined {
  if (!/\b\d{4}\b/.test(text) || !/[a-z]{3}/i.test(text)) return undefined;
  const withoutTime = text.replace(/\s*(?:T|at)?\s*\d{1,2}:\d{2}.*$/i, '');
  const date = new Date(`${withoutTime} UTC`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
