import type { RawHtml } from './encoding.ts';
import type { Span } from './tags.ts';

/** A file without some of its bytes. The spans are in order and do not overlap. */
export function cutOut(file: Buffer, spans: readonly Span[]): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    kept.push(file.subarray(from, start));
    from = end;
  }
  return Buffer.concat([...kept, file.subarray(from)]);
}

export interface Insertion {
  /** A place in the file as it is before any insertion. */
  readonly at: number;
  readonly bytes: Buffer;
}

/** A file with bytes put in, in order of their places. */
export function putIn(file: Buffer, insertions: readonly Insertion[]): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const { at, bytes } of insertions) {
    parts.push(file.subarray(from, at), bytes);
    from = at;
  }
  return Buffer.concat([...parts, file.subarray(from)]);
}

/** Spans of the text as spans of the file. */
export function toBytes(raw: RawHtml, spans: readonly Span[]): Span[] {
  return spans.map(({ start, end }) => ({ start: raw.toByte(start), end: raw.toByte(end) }));
}

/** XHTML may close a `<meta>` by a tag of its own, which belongs to it. */
export function withEndTag(text: string, end: number): number {
  const endTag = /^[\t\n\f\r ]*<\/meta[\t\n\f\r ]*>/i.exec(text.slice(end, end + 64));
  return end + (endTag?.[0].length ?? 0);
}
