import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TemplateError } from '../../errors.ts';
import { type FontFacts, readFont } from './read-font.ts';
import { isSeen } from './signs.ts';
import { formatUnicodeRange, includes, parseUnicodeRange, type UnicodeRange } from './unicode-range.ts';

export interface FontFileOptions {
  /** Part of the id of its faces, and so of keys: the same on every machine. */
  readonly name: string;
  /** What a browser asks it for, in CSS notation. */
  readonly unicodeRange: string;
  /** Its path, or the file itself. */
  readonly path: string | Uint8Array;
  /** What to call it when it cannot be read. @default its name */
  readonly label?: string;
  /** Whether it matters which characters it draws as one. @default false */
  readonly ligatures?: boolean;
}

/** A font file, read when it is first needed. */
export class FontFile {
  readonly name: string;
  readonly unicodeRange: string;
  readonly #label: string;
  readonly #ranges: readonly UnicodeRange[];
  readonly #path: string | Uint8Array;
  readonly #ligatures: boolean;
  #bytes: Buffer | undefined;
  #facts: FontFacts | undefined;
  #content: { data: string; digest: string } | undefined;

  constructor({ name, unicodeRange, path, label = name, ligatures = false }: FontFileOptions) {
    this.name = name;
    this.unicodeRange = unicodeRange;
    this.#label = label;
    this.#ranges = parseUnicodeRange(unicodeRange);
    this.#path = path;
    this.#ligatures = ligatures;
  }

  /** Whether its package lists it for a character; browsers ask a file for no other. */
  claims(codePoint: number): boolean {
    return includes(this.#ranges, codePoint);
  }

  /** Whether it really has a glyph. */
  has(codePoint: number): boolean {
    return this.claims(codePoint) && this.facts.codePoints.has(codePoint);
  }

  /**
   * Whether all that shows of a sign, a letter and its marks for one, can be drawn with this file
   * alone; a browser takes a letter and its mark from one file or draws neither.
   */
  draws(sign: string): boolean {
    for (const character of sign) {
      if (isSeen(character) && !this.#hasInParts(character)) return false;
    }
    return true;
  }

  /** Itself, or what it is made of. */
  #hasInParts(character: string): boolean {
    const codePoint = character.codePointAt(0)!;
    if (!this.claims(codePoint)) return false;
    if (this.has(codePoint)) return true;
    const parts = character.normalize('NFD');
    return parts !== character && Array.from(parts).every((part) => this.has(part.codePointAt(0)!));
  }

  /** The same file for fewer characters; undefined where it is listed for none of them. */
  narrowedTo(characters: RegExp): FontFile | undefined {
    const codePoints = this.#ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
    const kept = codePoints.filter((codePoint) => characters.test(String.fromCodePoint(codePoint)));
    if (kept.length === 0) return undefined;
    return new FontFile({
      name: this.name,
      unicodeRange: formatUnicodeRange(kept),
      path: this.#path,
      label: this.#label,
    });
  }

  /** @throws {TemplateError} it cannot be read as a font. */
  get facts(): FontFacts {
    this.#facts ??= this.#look();
    return this.#facts;
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

  #look(): FontFacts {
    const bytes = this.#read();
    try {
      return readFont(bytes, { ligatures: this.#ligatures });
    } catch (error) {
      const problem = `${this.#label} cannot be used: ${(error as Error).message}.`;
      throw new TemplateError(`${problem} Valid: a WOFF2, WOFF, TTF or OTF file.`, error);
    }
  }

  #read(): Buffer {
    this.#bytes ??= typeof this.#path === 'string' ? readFileSync(this.#path) : Buffer.from(this.#path);
    return this.#bytes;
  }
}
