import { emojiFile } from './families.ts';
import type { FontFile } from './font-file.ts';
import { once } from './once.ts';
import { formatUnicodeRange } from './unicode-range.ts';

/** Joins two emoji, asks for a picture, makes a key of a digit, spells the name of a flag. */
const joiners = [0x200d, 0xfe0f, 0x20e3, ...range(0xe0020, 0xe007f)];

// Made when first needed: looking through the emoji takes longer than all else of an import.
const emojiFont = once(() => emojiFile(formatUnicodeRange([...emojiCharacters(), ...joiners])));

/** What of a text only the font of the emoji draws, and where it draws less than was asked for. */
export interface ClaimedEmoji {
  /** None where there is nothing for it to draw. */
  readonly files: readonly FontFile[];
  /** Pictures it does not have. */
  readonly missing: readonly string[];
}

/**
 * The emoji font, where a text shows any.
 *
 * @param uncovered letters and symbols that no other font has; what it draws of them is covered then.
 */
export function claimEmoji(pictures: ReadonlySet<string>, uncovered: Set<string>): ClaimedEmoji {
  const stray = [...uncovered].filter((sign) => /^\p{Emoji}\ufe0e?$/u.test(sign) && emojiFont().draws(sign));
  for (const sign of stray) uncovered.delete(sign);
  if (pictures.size === 0 && stray.length === 0) return { files: [], missing: [] };
  return { files: [emojiFont()], missing: [...pictures].filter((picture) => !isDrawn(picture)) };
}

/** A sequence is a picture only if the font joins it: the parts of 👩‍🍕 would stand side by side. */
function isDrawn(picture: string): boolean {
  const parts = Array.from(picture.replaceAll('\ufe0f', ''), (part) => part.codePointAt(0)!);
  return parts.length === 1 ? emojiFont().has(parts[0]!) : emojiFont().facts.joins(parts);
}

const unasked =
  /[\p{Emoji}--[\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}0-9#*]](?=\u200d\p{Emoji})|[0-9#*](?=\u20e3)/gv;
const askedInVain = /(?<=\p{Emoji_Modifier_Base})\ufe0f(?=\p{Emoji_Modifier})/gu;

/**
 * Spells emoji as Unicode does, where other spellings are in use: Chromium takes characters that
 * are text by themselves for text, though they are joined or on a key.
 */
export function qualifyEmoji(text: string): string {
  if (!/\u200d|\u20e3|\ufe0f/.test(text)) return text;
  return text.replaceAll(unasked, '$&\ufe0f').replaceAll(askedInVain, '');
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** With the digits, which are half of a key, and with those to come. */
function emojiCharacters(): number[] {
  return [...range(0x23, 0x33ff), ...range(0x1f000, 0x1ffff)].filter((code) =>
    /[\p{Emoji}[\p{Cn}&&\p{Extended_Pictographic}]]/v.test(String.fromCodePoint(code)),
  );
}
