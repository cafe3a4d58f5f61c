import { type Calendar, isoDay } from './calendar.ts';
import { type Month, monthNamed } from './month-names.ts';

/** A number, a word, or a comma: what a date is told by. */
interface Token {
  readonly text: string;
  readonly number?: number;
}

/** Between the parts of a date: `of`, `de`, ordinal endings, and "year" and "day" in short. */
const connectors = new Set(
  'of the de del d di da do a e o st nd rd th er ere º ª г р year года год року m gada g ko en ren am den le el ж թ р p.m a.m utc gmt at um à ค.ศ พ.ศ'.split(
    ' ',
  ),
);
const time =
  /(?<!\d)\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?(?:\s*[ap]\.?m\.?)?(?:\s*(?:[+-]\d{2}:?\d{2}|[A-Z]{3,4}(?![\p{L}])))?/giu;
/** Whose number the next is: that of an issue, not of a day. */
const numbered = /(?:^|[^\p{L}])(?:no|nr|num|vol|issue|n[º°]|#|№)[.:]?\s*$/iu;

/**
 * The day that a text names in words, in any of many languages. Day, month and year all have
 * to be there: `May 2025` is a month, and `Summer 2025` not even that.
 */
export function dayInWords(text: string, language: string | undefined): string | undefined {
  const tokens = tokensOf(text.replaceAll(time, ' '));
  for (let index = 0; index < tokens.length; index += 1) {
    const two = tokens[index + 1] ? `${tokens[index]!.text} ${tokens[index + 1]!.text}` : '';
    for (const [length, name] of [[2, two] as const, [1, tokens[index]!.text] as const]) {
      const month = /\p{L}/u.test(name) ? monthNamed(name, language) : undefined;
      const day = month && dayAround(tokens.slice(0, index), month, tokens.slice(index + length));
      if (day) return day;
    }
  }
  return undefined;
}

function tokensOf(text: string): Token[] {
  const words = /\d+|[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*\.?|,|،|[#№º°ª]/gu;
  return [...text.matchAll(words)]
    .filter(({ 0: word }) => !connectors.has(word.toLowerCase().replace(/\.$/, '')))
    .map(({ 0: word, index }) => {
      if (!/^\d/.test(word)) return { text: word === '،' ? ',' : word };
      return numbered.test(text.slice(0, index)) ? { text: '#' } : { text: word, number: Number(word) };
    });
}

function dayAround(before: readonly Token[], month: Month, after: readonly Token[]): string | undefined {
  const behind = after.filter(({ text }) => text !== ',');
  const [last, second] = [before.at(-1), before.at(-2)];
  const [next, third] = behind;
  return (
    dayOf(last, month, next) ?? // 3 July 2025
    dayOf(next, month, third) ?? // July 3, 2025
    dayOf(next, month, last) ?? // 2025. július 3.
    dayOf(last, month, second) // 2025. gada 3. jūlijs
  );
}

function dayOf(day: Token | undefined, month: Month, year: Token | undefined): string | undefined {
  if (day?.number === undefined || year?.number === undefined) return undefined;
  if (day.text.length > 2 || year.text.length !== 4) return undefined;
  return isoDay({ year: year.number, month: month.month, day: day.number }, calendarOf(month, year.number));
}

/** Thai years are 543 ahead; Persian and Islamic months with a year of ours are of ours. */
function calendarOf({ calendar }: Month, year: number): Calendar {
  if (calendar === 'gregory') return year > 2400 ? 'buddhist' : 'gregory';
  return year > 1200 && year < 1500 ? calendar : 'gregory';
}
