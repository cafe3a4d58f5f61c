/** What `text-transform` makes of a text, as far as our browser does: a capital for each letter is more than `capitalize` takes. */
const changes: Readonly<Record<string, (text: string, language: string) => string>> = {
  uppercase: (text, language) => text.toLocaleUpperCase(language),
  capitalize: (text, language) => text.toLocaleUpperCase(language),
  lowercase: (text, language) => text.toLocaleLowerCase(language),
};

/** All that a text becomes somewhere under these, beside what it is. */
export function transformed(text: string, transforms: readonly string[], language: string): string {
  const known = transforms.filter((name) => Object.hasOwn(changes, name));
  return known.map((name) => changes[name]!(text, language)).join('\n');
}
