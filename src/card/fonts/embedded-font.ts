import { LRUCache } from 'lru-cache';
import { readFont } from './read-font.ts';
import { includes, parseUnicodeRange } from './unicode-range.ts';

/** A font that a stylesheet has inside of it. */
export interface EmbeddedFont {
  draws(codePoint: number): boolean;
}

interface Opened {
  readonly codePoints: ReadonlySet<number>;
}

const bytesOfCodePoint = 40;
const opened = new LRUCache<string, Opened>({
  maxSize: 32_000_000,
  sizeCalculation: ({ codePoints }, dataUrl) => dataUrl.length + bytesOfCodePoint * codePoints.size + 1,
});

/** Undefined where there is no font in it that a browser could use: it goes on without. */
export function openEmbeddedFont(dataUrl: string, unicodeRange?: string): EmbeddedFont | undefined {
  const font = opened.get(dataUrl) ?? open(dataUrl);
  if (!font) return undefined;
  opened.set(dataUrl, font);
  const ranges = unicodeRange ? parseUnicodeRange(unicodeRange) : undefined;
  return { draws: (code) => font.codePoints.has(code) && (!ranges || includes(ranges, code)) };
}

function open(dataUrl: string): Opened | undefined {
  const comma = dataUrl.indexOf(',');
  const isBase64 = /;\s*base64\s*$/i.test(dataUrl.slice(0, comma));
  try {
    const body = decodeURIComponent(dataUrl.slice(comma + 1));
    return readFont(Buffer.from(body, isBase64 ? 'base64' : 'latin1'));
  } catch {
    return undefined;
  }
}
