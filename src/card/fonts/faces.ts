import type { EmbeddedFont } from './embedded-font.ts';
import { claimEmoji } from './emoji.ts';
import { type FallbackFamily, hanFamilies, scriptFamilies, symbolFamilies } from './families.ts';
import type { Family } from './family.ts';
import type { FontFile } from './font-file.ts';
import { type HanLanguage, hanLanguage } from './language.ts';
import { nationalFiles } from './national-files.ts';
import { type FontUse, openFamily } from './open-family.ts';
import { isSeen, readSigns } from './signs.ts';

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

/** What more there is to a text than its letters and its language. */
export interface TextDetails {
  /** The words of elements in a language that draws Han characters otherwise. */
  readonly nations?: ReadonlyMap<HanLanguage, string> | undefined;
  /** Fonts that the stylesheet brings itself. */
  readonly ownFonts?: readonly EmbeddedFont[];
  /** Families that come after a family wherever it is named, in lower case: they have what it lacks. */
  readonly laterFamilies?: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface ChosenFonts {
  readonly faces: readonly FontFace[];
  /** Code points that no font here can draw. */
  readonly missing: readonly number[];
  /** Whether the emoji font is among them. */
  readonly hasEmoji: boolean;
}

/** The family that comes after a template's own: symbols, mathematics, emoji. Documents append it to each stack. */
export const symbolFamily = 'Cardstock-Symbols';

/** U+FE0F, which is never drawn itself. */
const pictureSelector = 0xfe0f;

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
 * Scripts that one of the template's families lacks, and those after it, are given to it under
 * its own name and weights, so that no stylesheet need know of them; a later face of one name is
 * asked first.
 *
 * @param language BCP 47; decides how Han characters look.
 * @throws {TemplateError} a template asks for a family, file or weight that there is not.
 */
export function chooseFonts(
  uses: readonly FontUse[],
  text: string,
  language: string,
  { nations = new Map(), ownFonts = [], laterFamilies = new Map() }: TextDetails = {},
): ChosenFonts {
  const slots = slotsOf(uses);
  const { characters, letters, pictures } = readSigns(text);
  const lacking = lettersLackedBy(
    slots.map((slot) => sourcesFor(slot, slots, laterFamilies)),
    letters,
  );
  const uncovered = new Set(lacking.length === 0 ? letters : lacking.flatMap((signs) => [...signs]));
  const alphabets = claim(scriptFamilies, uncovered);
  const symbols = claim(symbolFamilies, uncovered);
  const scripts = [...alphabets, ...claim(hanInOrder(language), uncovered)].toReversed();
  const emoji = claimEmoji(pictures, uncovered);
  const codePoints = Array.from(characters, (character) => character.codePointAt(0)!);
  const given = new Map([...new Set(lacking)].map((signs) => [signs, having(scripts, signs)]));
  const borrowed = claim(slots.flatMap(({ sources }) => [...sources]).map(asFallback), uncovered);
  const faces = [
    ...[...borrowed, ...symbols, ...emoji.files].map((file) =>
      face({ family: symbolFamily, weight: 400 }, file),
    ),
    ...slots.flatMap((slot, index) =>
      [...given.get(lacking[index]!)!, ...claiming(slot, codePoints)].map((file) => face(slot, file)),
    ),
  ];
  const missing = codePointsOf([...uncovered].flatMap((sign) => undrawn(sign, slots)).concat(emoji.missing));
  return {
    faces: [...faces, ...nationalFaces(nations, slots)],
    missing: missing.filter((code) => !ownFonts.some((font) => font.draws(code))),
    hasEmoji: emoji.files.length > 0,
  };
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

/** What draws the letters of a slot before anything is given to it. */
function sourcesFor(
  { family, sources }: Slot,
  slots: readonly Slot[],
  laterFamilies: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<Family> {
  const later = laterFamilies.get(family.toLowerCase());
  if (!later?.size) return sources;
  const others = slots.filter((slot) => later.has(slot.family.toLowerCase()));
  return new Set([...sources, ...others.flatMap((slot) => [...slot.sources])]);
}

/** What each of several fonts does not have: one and the same set where they are of the same files. */
function lettersLackedBy(
  slots: readonly ReadonlySet<Family>[],
  letters: ReadonlySet<string>,
): ReadonlySet<string>[] {
  const known: { readonly sources: ReadonlySet<Family>; readonly signs: ReadonlySet<string> }[] = [];
  return slots.map((sources) => {
    const same = known.find((other) => isSame(other.sources, sources));
    if (same) return same.signs;
    const signs = new Set([...letters].filter((sign) => !covers(sources, sign)));
    known.push({ sources, signs });
    return signs;
  });
}

function isSame<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}

function covers(sources: ReadonlySet<Family>, sign: string): boolean {
  for (const family of sources) if (family.fileFor(sign)) return true;
  return false;
}

/** The files that draw something of what is still uncovered, which then is covered. */
function claim(families: readonly FallbackFamily[], uncovered: Set<string>): FontFile[] {
  if (uncovered.size === 0) return [];
  const files = new Set<FontFile>();
  const text = [...uncovered].join('');
  for (const { open, script } of families) {
    if (script && !script.test(text)) continue;
    for (const sign of uncovered) {
      const file = open().fileFor(sign);
      if (!file) continue;
      files.add(file);
      uncovered.delete(sign);
    }
  }
  return [...files];
}

/** The files that draw some of this. */
function having(files: readonly FontFile[], signs: ReadonlySet<string>): FontFile[] {
  return files.filter((file) => [...signs].some((sign) => file.draws(sign)));
}

/** Of a letter whose mark no font with that letter has, the browser shows what the template's own font has. */
function undrawn(sign: string, slots: readonly Slot[]): string[] {
  const [first, ...marks] = Array.from(sign).filter(isSeen);
  const lacked = [first!, ...marks].filter((part) => !slots.some(({ sources }) => covers(sources, part)));
  return lacked.length > 0 ? lacked : marks;
}

/** What only some of the families have is drawn under the others too: it is better than nothing. */
function asFallback(family: Family): FallbackFamily {
  return { open: () => family };
}

/** In each weight that there is; the page puts them before the families of the elements they are for. */
function nationalFaces(nations: ReadonlyMap<HanLanguage, string>, slots: readonly Slot[]): FontFace[] {
  const weights = [...new Set(slots.map(({ weight }) => weight))];
  return [...nations].flatMap(([nation, text]) =>
    nationalFiles(nation, text).flatMap((file) =>
      weights.map((weight) => face({ family: nationalFamily(nation), weight }, file)),
    ),
  );
}

/** What documents call the Han characters of a nation, beside those of the card's own language. */
export function nationalFamily(nation: HanLanguage): string {
  return `Cardstock-Han-${nation}`;
}

function codePointsOf(signs: readonly string[]): number[] {
  const codePoints = Array.from(new Set(signs.join('')), (character) => character.codePointAt(0)!);
  return codePoints.filter((code) => code !== pictureSelector).sort((a, b) => a - b);
}

/** The slot's own files that a browser would ask for this text. */
function claiming({ sources, weight }: Slot, codePoints: readonly number[]): FontFile[] {
  const files = [...sources].flatMap((family) => family.files(weight));
  return files.filter((file) => codePoints.some((codePoint) => file.claims(codePoint)));
}

/** The first is the language's own; the others have the characters it lacks. */
function hanInOrder(language: string): FallbackFamily[] {
  const orders = {
    ja: ['ja', 'zh-Hans', 'zh-Hant', 'ko'],
    ko: ['ko', 'ja', 'zh-Hans', 'zh-Hant'],
    'zh-Hans': ['zh-Hans', 'zh-Hant', 'ja', 'ko'],
    'zh-Hant': ['zh-Hant', 'zh-Hans', 'ja', 'ko'],
  } as const;
  return orders[hanLanguage(language) ?? 'zh-Hans'].map((nation) => hanFamilies[nation]);
}

/** What the file of a face is called. */
export function fileNameOf({ id, family, weight, style }: FontFace): string {
  const cut = style ? `${weight} ${style}` : String(weight);
  const digest = id.lastIndexOf(' ');
  return id.slice(`${family} ${cut} `.length, digest);
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
