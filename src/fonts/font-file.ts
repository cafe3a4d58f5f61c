import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { includes, parseUnicodeRange, type UnicodeRange } from './unicode-range.ts';
import { readCodePoints } from './woff2.ts';

/** A WOFF2 file of a font package, read when it is first needed. */
export class FontFile {
  readonly name: string;
  readonly unicodeRange: string;
  readonly #ranges: readonly UnicodeRange[];
  readonly #path: () => string;
  #bytes: Buffer | undefined;
  #codePoints: Set<number> | undefined;
  #content: { data: string; digest: string } | undefined;

  constructor(name: string, unicodeRange: string, path: () => string) {
    this.name = name;
    this.unicodeRange = unicodeRange;
    this.#ranges = parseUnicodeRange(unicodeRange);
    this.#path = path;
  }

  /** Whether its package lists it for a character; browsers ask a file for no other. */
  claims(codePoint: number): boolean {
    return includes(this.#ranges, codePoint);
  }

  /** Whether it really has a glyph. */
  has(codePoint: number): boolean {
    if (!this.claims(codePoint)) return false;
    this.#codePoints ??= readCodePoints(this.#read());
    return this.#codePoints.has(codePoint);
  }

  /** Base64 of the file, and a name for this very content under this very range. */
  content(): { data: string; digest: string } {
    if (!this.#content) {
      const bytes = this.#read();
      const digest = createHash('sha256')
        .update(this.unicodeRange)
        .update(bytes)
        .digest('base64url')
        .slice(0, 16);
      this.#content = { data: bytes.toString('base64'), digest };
      this.#bytes = undefined; // from here on only the base64 is of use
    }
    return this.#content;
  }

  #read(): Buffer {
    this.#bytes ??= readFileSync(this.#path());
    return this.#bytes;
  }
}
