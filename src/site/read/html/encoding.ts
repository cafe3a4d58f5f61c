import { isUtf8 } from 'node:buffer';
import { readTags } from './collect.ts';

export interface DecodedHtml {
  readonly text: string;
  /** The name of the standard, in small letters: `utf-8`, `windows-1252`, `shift_jis`. */
  readonly encoding: string;
}

/**
 * The text of an HTML file, for reading. A byte order mark decides; then bytes that are UTF-8
 * are taken for that, whatever the page declares, since hardly any other text is so by chance;
 * then the page's own declaration; and at last windows-1252, as in browsers. Takes any bytes.
 */
export function decodeHtml(file: Buffer): DecodedHtml {
  const encoding = encodingOf(file);
  return { text: new TextDecoder(encoding).decode(file), encoding };
}

function encodingOf(file: Buffer): string {
  const mark = markOf(file);
  if (mark) return mark.encoding;
  if (isUtf8(file) && !file.includes('\x1b$')) return 'utf-8';
  const text = file.toString('latin1');
  const declared = readTags(text).charset?.label ?? /^\s*<\?xml[^>]+encoding=["']([\w-]+)/.exec(text)?.[1];
  return (declared && standardName(declared)) ?? (isUtf8(file) ? 'utf-8' : 'windows-1252');
}

/** What a label means by the Encoding standard; a page that can be read cannot be UTF-16 without a mark. */
export function standardName(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}

interface ByteOrderMark {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly length: number;
}

function markOf(file: Buffer): ByteOrderMark | undefined {
  const [first, second, third] = file;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/**
 * An HTML file as something that can be parsed and changed without being decoded: each
 * character of `text` is one byte of the file, or one unit of UTF-16. All of HTML's own signs
 * are ASCII in every encoding that a file may have, so tags are found where they are, no byte
 * is ever decoded and encoded back, and what is not touched stays as it was.
 */
export interface RawHtml {
  /** Not to be shown: what is not ASCII in it is bytes. The byte order mark is left out. */
  readonly text: string;
  /** Where a character of `text` begins in the file. */
  toByte(index: number): number;
  /** Tags as bytes of this file's encoding. */
  encode(html: string, declaredCharset: string | undefined): Buffer;
}

export function openRaw(file: Buffer): RawHtml {
  const mark = markOf(file);
  const start = mark?.length ?? 0;
  if (mark && mark.encoding !== 'utf-8') return openUtf16(file, mark.encoding === 'utf-16be');
  return {
    text: maskEscaped(file.toString('latin1', start)),
    toByte: (index) => start + index,
    encode: (html, charset) => {
      const saysUtf8 = charset !== undefined && standardName(charset) === 'utf-8';
      const isSurelyUtf8 = mark !== undefined || (saysUtf8 && isUtf8(file));
      return Buffer.from(isSurelyUtf8 ? html : withReferences(html), 'utf8');
    },
  };
}

function openUtf16(file: Buffer, bigEndian: boolean): RawHtml {
  return {
    text: swapped(file.subarray(2, file.length - (file.length % 2)), bigEndian).toString('utf16le'),
    toByte: (index) => 2 + index * 2,
    encode: (html) => swapped(Buffer.from(html, 'utf16le'), bigEndian),
  };
}

function swapped(bytes: Buffer, swap: boolean): Buffer {
  return swap ? Buffer.from(bytes).swap16() : bytes;
}

/** ISO-2022-JP writes Japanese in bytes of ASCII between two escapes: some of them look like tags. */
function maskEscaped(text: string): string {
  if (!text.includes('\x1b$')) return text;
  // Behind the last way back to ASCII, each escape would be looked for one to the end of the file.
  const end = text.lastIndexOf('\x1b(') + 2;
  const masked = text.slice(0, end).replaceAll(/\x1b\$[@B].*?(?=\x1b\()/gs, (run) => 'x'.repeat(run.length));
  return masked + text.slice(end);
}

/** What is not ASCII as character references, which mean the same in every encoding. */
function withReferences(html: string): string {
  return html.replaceAll(
    /[^\0-\x7f]/gu,
    (character) => `&#x${character.codePointAt(0)!.toString(16).toUpperCase()};`,
  );
}
