import { claimEmoji } from './emoji.ts';
import { type LazyFamily, scriptFamilies, symbolFamilies } from './families.ts';
import type { Family } from './family.ts';
import type { FontFile } from './font-file.ts';
import { hanLanguage } from './language.ts';
import { type FontUse, openFamily } from './open-family.ts';

export type { FontUse } from './open-family.ts';

/** One file under one name, weight and style. */
export interface FontFace {
  /** Names the bytes and how they are used: another file is another id. */
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  /** Left out where it is upright. */
  readonly style?: 'italic';
  readonly unicodeRange: string;
  /** The file, in base64: WOFF2, or what a template brought. */
  readonly data: string;
}

export interface ChosenFonts {
  readonly faces: readonly FontFace[];
  /** Code points that no font here can draw. */
  readonly missing: readonly number[];
}

/** The family that comes after a template's own: symbols, mathematics, emoji. Documents append it to each stack. */
export const symbolFamily = 'Cardstock Symbols';

/** What a stylesheet can ask for: a name in a weight and style, and the families that give it their files. */
interface Slot {
  readonly family: string;
  readonly weight: number;
  readonly style?: 'italic';
  readonly sources: Set<Family>;
}

/**
 * The faces that `text` needs and no others, with their bytes: a card loads nothing, and a
 * font of the host is never asked.
 *
 * Scripts that one of the template's families lacks are given to it under its own name and
 * weights, so that no stylesheet need know of them; a later face of one name is asked first.
 *
 * @param language BCP 47; decides how Han characters look.
 * @throws {TemplateError} a template asks for a family, file or weight that there is not.
 */
export function chooseFonts(uses: readonly FontUse[], text: string, language: string): ChosenFonts {
  const slots = slotsOf(uses);
  const codePoints = Array.from(new Set(text), (character) => character.codePointAt(0)!);
  const seen = codePoints.filter(isSeen);
  const lacking = slots.map(
    ({ sources }) => new Set(seen.filter((codePoint) => !covers(sources, codePoint))),
  );
  const uncovered = new Set(lacking.length === 0 ? seen : lacking.flatMap((codes) => [...codes]));
  const emoji = claimEmoji(text, uncovered);
  const letters = claim(alphabetFamilies, uncovered);
  const symbols = claim(symbolFamilies, uncovered);
  const scripts = [...letters, ...claim(hanFamilies(language), uncovered)].toReversed();
  const faces = [
    ...[...emoji, ...symbols].map((file) => face({ family: symbolFamily, weight: 400 }, file)),
    ...slots.flatMap((slot, index) =>
      [...having(scripts, lacking[index]!), ...claiming(slot, codePoints)].map((file) => face(slot, file)),
    ),
  ];
  const missing = [...uncovered].filter((code) => lacking.every((codes) => codes.has(code)));
  return { faces, missing: missing.sort((a, b) => a - b) };
}

/** Two uses of one name may bring a file each: for other weights, or for other characters of one weight. */
function slotsOf(uses: readonly FontUse[]): Slot[] {
  const slots = new Map<string, Slot>();
  for (const use of uses) {
    const source = openFamily(use);
    const style = use.style === 'italic' ? use.style : undefined;
    for (const weight of use.weights) {
      const key = `${use.family} ${weight} ${style}`;
      const slot = slots.get(key) ?? {
        family: use.family,
        weight,
        ...(style && { style }),
        sources: new Set<Family>(),
      };
      slot.sources.add(source);
      slots.set(key, slot);
    }
  }
  return [...slots.values()];
}

const unseen = /[\p{Cc}\p{Cf}\p{Z}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]/u;

/** Not spaces, controls, joiners and selectors. */
function isSeen(codePoint: number): boolean {
  return !unseen.test(String.fromCodePoint(codePoint));
}

function covers(sources: ReadonlySet<Family>, codePoint: number): boolean {
  for (const family of sources) if (family.fileFor(codePoint)) return true;
  return false;
}

/** The files that have something of what is still uncovered, which then is covered. */
function claim(families: readonly LazyFamily[], uncovered: Set<number>): FontFile[] {
  const files = new Set<FontFile>();
  for (const open of families) {
    for (const codePoint of uncovered) {
      const file = open().fileFor(codePoint);
      if (!file) continue;
      files.add(file);
      uncovered.delete(codePoint);
    }
  }
  return [...files];
}

/** The files that have a glyph for some of this. */
function having(files: readonly FontFile[], codePoints: ReadonlySet<number>): FontFile[] {
  return files.filter((file) => [...codePoints].some((codePoint) => file.has(codePoint)));
}

/** The slot's own files that a browser would ask for this text. */
function claiming({ sources, weight }: Slot, codePoints: readonly number[]): FontFile[] {
  const files = [...sources].flatMap((family) => family.files(weight));
  return files.filter((file) => codePoints.some((codePoint) => file.claims(codePoint)));
}

const { japanese, korean, simplifiedChinese, traditionalChinese, ...alphabets } = scriptFamilies;
const alphabetFamilies = Object.values(alphabets);

/** The first is the language's own; the others have the characters it lacks. */
function hanFamilies(language: string): LazyFamily[] {
  const orders = {
    ja: [japanese, simplifiedChinese, traditionalChinese, korean],
    ko: [korean, japanese, simplifiedChinese, traditionalChinese],
    'zh-Hans': [simplifiedChinese, traditionalChinese, japanese, korean],
    'zh-Hant': [traditionalChinese, simplifiedChinese, japanese, korean],
  };
  return orders[hanLanguage(language) ?? 'zh-Hans'];
}

function face({ family, weight, style }: Omit<Slot, 'sources'>, file: FontFile): FontFace {
  const { data, digest } = file.content();
  const cut = style ? `${weight} ${style}` : String(weight);
  return {
    id: `${family} ${cut} ${file.name} ${digest}`,
    family,
    weight,
    ...(style && { style }),
    unicodeRange: file.unicodeRange,
    data,
  };
}
