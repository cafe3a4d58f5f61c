import { scriptPatterns } from './scripts.ts';

/** What a text shows, each once: a sign is drawn with one font, or is not drawn. */
export interface Signs {
  readonly characters: ReadonlySet<string>;
  /** Letters, figures and symbols, with the marks that sit on them. */
  readonly letters: ReadonlySet<string>;
  /** Emoji that show as a picture, each with all that makes it one: a skin tone, what it is joined to. */
  readonly pictures: ReadonlySet<string>;
}

/** Reads a text the way Chromium does, which asks one font after the other for each sign. */
export function readSigns(text: string): Signs {
  const characters = new Set(text);
  // Most of a card is ASCII, where nothing is made of several.
  const letters = new Set([...characters].filter((character) => character > ' ' && character <= '~'));
  const pictures = new Set<string>();
  let rest = text.match(/[^]?[^\0-\x7f]+/g)?.join('\n') ?? '';
  rest = take(rest, mayHavePictures, emoji, (found) => isPicture.test(found) && pictures.add(found));
  rest = take(rest, mark, marked, (found) => byScript(found).every((sign) => letters.add(sign)));
  for (const character of rest) if (isSeen(character)) letters.add(character);
  return { characters, letters, pictures };
}

/** What remains of a text that may have a part of this form when those that `keep` wants are taken out. */
function take(text: string, hint: RegExp, form: RegExp, keep: (found: string) => unknown): string {
  if (!hint.test(text)) return text;
  return text.replaceAll(form, (found) => (keep(found) ? ' ' : found));
}

const mark = /[\p{M}\p{Emoji_Modifier}]/u;
const marked = /[^\p{M}\p{Z}\n][\p{M}\p{Emoji_Modifier}\u200c\u200d]+/gu;

/** Browsers look for fonts one script after the other: a mark of another script than its letter's stands alone. */
function byScript(marked: string): string[] {
  const [letter, ...marks] = Array.from(marked);
  const signs = [letter!];
  for (const mark of marks) {
    const own = scriptOfMark(mark);
    if (!own || own.test(letter!) || !/\P{Script=Common}/u.test(letter!)) signs.push(signs.pop() + mark);
    else signs.push(mark);
  }
  return signs;
}

const scriptsOfMarks = new Map<string, RegExp | undefined>();

/** None where it is of every script. */
function scriptOfMark(mark: string): RegExp | undefined {
  if (!scriptsOfMarks.has(mark)) {
    const isCommon = /[\p{Script=Inherited}\p{Script=Common}]/u.test(mark);
    const pattern = isCommon ? undefined : Object.values(scriptPatterns).find((script) => script.test(mark));
    scriptsOfMarks.set(mark, pattern);
  }
  return scriptsOfMarks.get(mark);
}

const unseen = /[\p{Cc}\p{Cf}\p{Z}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]/u;

/** Not spaces, controls, joiners and selectors. */
export function isSeen(character: string): boolean {
  return !unseen.test(character);
}

// What is reserved for emoji and not yet one in the Unicode of this Node is a picture once it is one.
const mayHavePictures =
  /\u200d|\u20e3|\ufe0f|[\p{Emoji_Presentation}\p{Regional_Indicator}[\p{Cn}&&\p{Extended_Pictographic}]]/v;

/**
 * UTS #51, "possible emoji", and keys without the selector that Unicode asks of them. A skin tone
 * behind a letter is a mark of it, for the browser too.
 */
const emoji = (() => {
  const flag = String.raw`\p{Regional_Indicator}{2}`;
  const toned = String.raw`\p{Emoji_Modifier_Base}\p{Emoji_Modifier}`;
  const tone = String.raw`(?<=^|[\p{Z}\p{Emoji}\ufe0f])\p{Emoji_Modifier}`;
  const base = String.raw`[[\p{Emoji}[\p{Cn}&&\p{Extended_Pictographic}]]--\p{Emoji_Modifier}]`;
  const change = String.raw`\ufe0f?\u20e3|\ufe0f|[\u{e0020}-\u{e007e}]+\u{e007f}`;
  const element = `(?:${flag}|${toned}|${tone}|${base}(?:${change})?)`;
  return new RegExp(String.raw`${element}(?:\u200d${element})*(?!\ufe0e)`, 'gv');
})();

/** Some show as a picture by themselves, the others if a selector, a skin tone or a joiner asks for it. */
const isPicture =
  /^(?:[\p{Emoji_Presentation}\p{Regional_Indicator}[\p{Cn}&&\p{Extended_Pictographic}]]|.+[\ufe0f\u20e3\u200d\p{Emoji_Modifier}])/v;
