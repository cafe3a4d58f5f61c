import { TemplateError } from '../errors.ts';
import { emojiFile, type Family, families, scriptFamilies, symbolFamilies } from './families.ts';
import type { FontFile } from './font-file.ts';
import { hanLanguage } from './language.ts';
import { formatUnicodeRange } from './unicode-range.ts';

/** The faces of a family that a template uses; only these travel with its documents. */
export interface FontUse {
  readonly family: string;
  readonly weights: readonly number[];
}

/** One file under one name and weight. */
export interface FontFace {
  /** Names the bytes and how they are used: another file is another id. */
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly unicodeRange: string;
  /** WOFF2, in base64. */
  readonly data: string;
}

export interface ChosenFonts {
  readonly faces: readonly FontFace[];
  /** Code points that no font here can draw. */
  readonly missing: readonly number[];
}

/** The family that comes after a template's own: symbols, mathematics, emoji. Documents append it to each stack. */
export const symbolFamily = 'Cardstock Symbols';

/**
 * The faces that `text` needs and no others, with their bytes: a card loads nothing, and a
 * font of the host is never asked.
 *
 * Scripts that the template's family lacks are given to it under its own name and weights, so
 * that no stylesheet need know of them; a later face of one name is asked first.
 *
 * @param language BCP 47; decides how Han characters look.
 * @throws {TemplateError} a template asks for a family or weight that does not ship.
 */
export function chooseFonts(uses: readonly FontUse[], text: string, language: string): ChosenFonts {
  const own = uses.map((use) => ({ use, family: ownFamily(use) }));
  const codePoints = Array.from(new Set(text), (character) => character.codePointAt(0)!);
  const uncovered = new Set(codePoints.filter(isSeen));
  for (const { family } of own) claim([family], uncovered);
  const emoji = claimEmoji(text, uncovered);
  const letters = claim(alphabetFamilies, uncovered);
  const symbols = claim(Object.values(symbolFamilies), uncovered);
  const scripts = [...letters, ...claim(hanFamilies(language), uncovered)];
  const faces = [
    ...[...emoji, ...symbols].map((file) => face(symbolFamily, 400, file)),
    ...own.flatMap(({ use, family }) =>
      use.weights.flatMap((weight) => [
        ...scripts.toReversed().map((file) => face(use.family, weight, file)),
        ...claimed(family.files(weight), codePoints).map((file) => face(use.family, weight, file)),
      ]),
    ),
  ];
  return { faces, missing: [...uncovered].sort((a, b) => a - b) };
}

function ownFamily({ family, weights }: FontUse): Family {
  const known = families[family];
  if (!known) throw new TemplateError(`No font family "${family}" ships with Cardstock.`);
  for (const weight of weights) {
    if (!known.weights.includes(weight)) throw new TemplateError(`${family} has no weight ${weight}.`);
  }
  return known;
}

const unseen = /[\p{Cc}\p{Cf}\p{Z}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]/u;

/** Not spaces, controls, joiners and selectors. */
function isSeen(codePoint: number): boolean {
  return !unseen.test(String.fromCodePoint(codePoint));
}

/** The files that have something of what is still uncovered, which then is covered. */
function claim(families: readonly Family[], uncovered: Set<number>): FontFile[] {
  const files = new Set<FontFile>();
  for (const family of families) {
    for (const codePoint of uncovered) {
      const file = family.fileFor(codePoint);
      if (!file) continue;
      files.add(file);
      uncovered.delete(codePoint);
    }
  }
  return [...files];
}

/** The files a browser would ask for this text. */
function claimed(files: readonly FontFile[], codePoints: readonly number[]): FontFile[] {
  return files.filter((file) => codePoints.some((codePoint) => file.claims(codePoint)));
}

const pictures = /\p{Emoji_Presentation}|\p{Regional_Indicator}/u;
const askedPictures = /\p{Emoji}\uFE0F|\u20E3/u;
const joiners = [0x200d, 0xfe0f, 0x20e3, ...range(0xe0020, 0xe007f)];
const keycapBases = [0x23, 0x2a, ...range(0x30, 0x39)];

// Characters that are text unless a selector asks for a picture must stay text where none does,
// and a font of 5.8 MB takes a browser a second to read: so there are two of it, and no more.
// Made when first needed: looking through the emoji takes longer than all else of an import.
const plainEmoji = once(() => emojiFile('emoji', formatUnicodeRange([...matching(pictures), ...joiners])));
const everyEmoji = once(() =>
  emojiFile('every emoji', formatUnicodeRange([...matching(/(?!\d)\p{Emoji}/u), ...joiners, ...keycapBases])),
);

function claimEmoji(text: string, uncovered: Set<number>): FontFile[] {
  const file = askedPictures.test(text) ? everyEmoji() : pictures.test(text) ? plainEmoji() : undefined;
  if (!file) return [];
  for (const codePoint of uncovered) if (file.has(codePoint)) uncovered.delete(codePoint);
  return [file];
}

const { japanese, korean, simplifiedChinese, traditionalChinese, ...alphabets } = scriptFamilies;
const alphabetFamilies = Object.values(alphabets);

/** The first is the language's own; the others have the characters it lacks. */
function hanFamilies(language: string): Family[] {
  const orders = {
    ja: [japanese, simplifiedChinese, traditionalChinese, korean],
    ko: [korean, japanese, simplifiedChinese, traditionalChinese],
    'zh-Hans': [simplifiedChinese, traditionalChinese, japanese, korean],
    'zh-Hant': [traditionalChinese, simplifiedChinese, japanese, korean],
  };
  return orders[hanLanguage(language) ?? 'zh-Hans'];
}

function face(family: string, weight: number, file: FontFile): FontFace {
  const { data, digest } = file.content();
  return {
    id: `${family} ${weight} ${file.name} ${digest}`,
    family,
    weight,
    unicodeRange: file.unicodeRange,
    data,
  };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function matching(pattern: RegExp): number[] {
  return [...range(0x23, 0x33ff), ...range(0x1f000, 0x1ffff)].filter((code) =>
    pattern.test(String.fromCodePoint(code)),
  );
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
