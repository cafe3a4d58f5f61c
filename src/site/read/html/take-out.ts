import { createHash } from 'node:crypto';
import type { RawHtml } from './encoding.ts';
import type { Span } from './tags.ts';
import { cutOut, type Insertion, putIn, toBytes, withEndTag } from './splice.ts';

/** What a run took out of a page, as plain data, to be kept for undo. */
export interface Restore {
  /** SHA-256 of the page without our tags and without what was taken out. */
  readonly digest: string;
  readonly taken: readonly TakenOut[];
}

interface TakenOut {
  /** Where it stood, in bytes of the page that has the digest. */
  readonly at: number;
  /** The bytes themselves, in base64. */
  readonly bytes: string;
}

/** Takes tags of its own out of a page. Nothing to restore where there were none. */
export function takeOut(
  file: Buffer,
  raw: RawHtml,
  tags: readonly Span[],
): { base: Buffer; restore: Restore | undefined } {
  const spans = toBytes(
    raw,
    tags.map((tag) => wholeLine(raw.text, tag)),
  );
  if (spans.length === 0) return { base: file, restore: undefined };
  const base = cutOut(file, spans);
  let before = 0;
  const taken = spans.map(({ start, end }) => {
    const at = start - before;
    before += end - start;
    return { at, bytes: file.toString('base64', start, end) };
  });
  return { base, restore: { digest: digestOf(base), taken } };
}

/** Puts back what was taken out; nothing where the page is not the one it was taken from. */
export function putBack(base: Buffer, { digest, taken }: Restore): Buffer | undefined {
  if (digestOf(base) !== digest) return undefined;
  const insertions: Insertion[] = taken.map(({ at, bytes }) => ({ at, bytes: Buffer.from(bytes, 'base64') }));
  return putIn(base, insertions);
}

/** A tag that has a line for itself leaves no blank one behind. */
function wholeLine(text: string, { start, end }: Span): Span {
  const closed = withEndTag(text, end);
  const before = /(?:\r\n|[\n\r])[\t ]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const isAlone = /^[\t ]*(?:[\n\r]|$)/.test(text.slice(closed, closed + 200));
  return { start: isAlone ? start - before.length : start, end: closed };
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
