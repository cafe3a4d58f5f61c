import { emojiFile } from './families.ts';
import type { FontFile } from './font-file.ts';
import { once } from './once.ts';
import { formatUnicodeRange } from './unicode-range.ts';

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

/** The emoji font, where a text shows any; what it has a picture of is covered then. */
export function claimEmoji(text: string, uncovered: Set<number>): FontFile[] {
  const file = askedPictures.test(text) ? everyEmoji() : pictures.test(text) ? plainEmoji() : undefined;
  if (!file) return [];
  for (const codePoint of uncovered) if (file.has(codePoint)) uncovered.delete(codePoint);
  return [file];
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function matching(pattern: RegExp): number[] {
  return [...range(0x23, 0x33ff), ...range(0x1f000, 0x1ffff)].filter((code) =>
    pattern.test(String.fromCodePoint(code)),
  );
}
