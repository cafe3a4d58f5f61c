import { isFilledIn } from './leftovers.ts';

/** Accounts and forms, not people. */
const nobody =
  /^(?:admin(?:istrator)?|webmaster|web ?master|author|authors?|editor|root|user|guest|anonymous|anon|unknown|n\/?a|wordpress|your name|my name|author name|name|autor|auteur|autore|автор|админ|администратор|作者|管理员|管理員|管理者|관리자)$/i;
const before =
  /^(?:(?:(?:written|posted|published|created) )?by(?::|(?=\s))|authors?:|autor(?:en|es)?:|auteurs?\s?:|autore:|автор:|作者[:：])\s*/i;
const email = /[<(]?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b[>)]?/g;
const address = /[<([]?(?:\b(?:https?:\/\/|www\.|mailto:)|(?<!\S)\/\/)[^\s<>()]{1,500}[>)\]]?/gi;
const handle = /(?:\(@[\w.@-]{1,60}\)|(?<!\S)@[\w.@-]{1,60})/g;
const domain = /^(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,}(?:\/\S*)?$/;
/** Longer ones are sentences about somebody. */
const maxLength = 80;

/**
 * The people behind a page, from what it says under `author`: no addresses, no accounts, nobody
 * twice, and not the site itself.
 */
export function authorNames(raw: readonly string[], siteName?: string): string[] {
  const names = raw.flatMap(severalIn).map(nameIn);
  const site = siteName?.toLowerCase();
  const known = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (isName(name) && key !== site && !known.has(key)) known.set(key, name);
  }
  return [...known.values()];
}

/** `Ada Lovelace, Ida Lewis and Tom Reed`, as the language says it. */
export function joinNames(names: readonly string[], language?: string): string {
  if (!language || names.length < 2) return names.join(', ');
  // Plain `en` would set a comma before "and", which not all of it does.
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

const and = /\s+(?:and|und|et|y|e|och|og|en|и|та|ve|và)\s+/iu;
/** What stands behind a comma and belongs to the name before it. */
const suffix = /^(?:[js]r|ph\.?\s?d|m\.?d|esq|inc|ltd|llc|gmbh|i{2,3}|iv)\.?$/i;

/** Several where that is sure: `Lewis, Ida` is one, and so is `Salt and Light`. */
function severalIn(text: string): string[] {
  return text.split(/[;；、\n]/).flatMap((part) => {
    const pieces = part
      .split(/[,،]/)
      .flatMap((piece) => piece.split(and))
      .map((piece) => piece.trim());
    const whole = pieces.filter((piece) => piece !== '');
    const areNames = whole.every((piece) => /^\S+(?:\s+\S+){1,3}$/.test(piece) && !suffix.test(piece));
    return areNames ? whole : [part];
  });
}

function nameIn(text: string): string {
  const inParentheses = /^\s*\S+@\S+\s*\(([^()]+)\)\s*$/.exec(text)?.[1];
  const bare = (inParentheses ?? text)
    .replaceAll(address, ' ')
    .replaceAll(email, ' ')
    .replaceAll(handle, ' ');
  return bare
    .trim()
    .replace(before, '')
    .replaceAll(/\s{2,}/g, ' ')
    .replace(/^[\s\-–—|,:·•/"“”]+/, '')
    .replace(/[\s\-–—|,:·•/"“”(?]+$/, '');
}

function isName(name: string): boolean {
  if (name.length > maxLength || !/\p{L}/u.test(name) || !isFilledIn(name)) return false;
  return !nobody.test(name) && !domain.test(name);
}
