/** Making one takes long; a card has one language, and there are few of them. */
const formats = new Map<string, Intl.ListFormat>();
const maxFormats = 50;

function formatOf(language: string, style: 'long' | 'short'): Intl.ListFormat {
  const name = `${language} ${style}`;
  const format = formats.get(name) ?? new Intl.ListFormat([language, 'en'], { style });
  if (formats.size >= maxFormats) formats.clear();
  formats.set(name, format);
  return format;
}

/** Names in a sentence, as the language joins them, in parts. */
export function joinedNames(names: readonly string[], language: string) {
  return formatOf(language, 'long').formatToParts(names);
}

/** One name, or several, as a prop has them. */
export type People = string | readonly string[] | undefined;

/** Names on a line: `Ida Lewis, Grace Darling & Ada Lovelace`. */
export function namesOf(people: People, language: string): string | undefined {
  if (people === undefined || typeof people === 'string') return people;
  return formatOf(language, 'short')
    .format(people)
    .replace(/, & (?=[^&]*$)/, ' & ');
}

/** Those whose initials stand for all. */
export function firstOf(people: People): string | undefined {
  return typeof people === 'object' ? people.slice(0, 2).join(' & ') : people;
}
