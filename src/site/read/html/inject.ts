import { PageEditedError, TagsLostError } from '../../../errors.ts';
import { type MetaTag, type TagStyle, writeTag } from '../../tags/meta-tag.ts';
import { readTags } from './collect.ts';
import { openRaw, type RawHtml } from './encoding.ts';
import type { Tags } from './tags.ts';
import { insertionPoint } from './insertion-point.ts';
import { ourMark, replacedMark } from './our-mark.ts';
import { maxPageBytes, reasonToSkip, type SkipReason } from './reason-to-skip.ts';
import { isCardTag, type ReplaceMode, replacedTags } from './replaced-tags.ts';
import { cutOut, putIn, toBytes } from './splice.ts';
import { putBack, type Restore, takeOut } from './take-out.ts';

export interface InjectOptions {
  /** Which of the page's own tags ours take the place of. @default 'none' */
  readonly replace?: ReplaceMode;
  /** What the last run took out of this page. */
  readonly restore?: Restore | undefined;
}

export interface Injection {
  /** The page as it shall be: where `skipped`, without any tags of ours. */
  readonly file: Buffer;
  /** Whether that is another file than the one given. */
  readonly changed: boolean;
  /** Start and length of what is ours in `file`, in bytes. */
  readonly inserted?: readonly [start: number, length: number];
  /** Why the page has no tags of ours. */
  readonly skipped?: SkipReason;
  /** What was taken out of the page, to be kept until `removeTags`. */
  readonly restore?: Restore;
}

/**
 * Puts tags into a page, in its own encoding and manner of lines, and changes no other byte.
 * Tags that an earlier run put in are replaced, so the same tags twice change nothing. What
 * the page says itself stays: of our tags only those go in that it lacks. What would contradict
 * ours, such as the size of an image that is not there, makes way for them and is given back.
 */
export function injectTags(
  file: Buffer,
  tags: readonly MetaTag[],
  { replace = 'none', restore }: InjectOptions = {},
): Injection {
  if (file.length > maxPageBytes) return { file, changed: false, skipped: 'too-large' };
  const { bare, hasReplaced } = withoutOurs(file);
  const whole = restore && putBack(bare, restore);
  const original = whole ?? bare;
  const page = open(original);
  const skipped = reasonToSkip(original, page.said, replace !== 'none');
  if (skipped) return { file: original, changed: !original.equals(file), skipped };
  const { base, restore: taken } = takeOut(original, page.raw, replacedTags(page.said.metas, tags, replace));
  // What an earlier run took out and nobody kept stays lost, and undo must still know.
  const mark = { name: ourMark, value: taken || (hasReplaced && !whole) ? replacedMark : undefined };
  const injection = insert(file, base === original ? page : open(base), tags, mark);
  return { ...injection, ...(taken && { restore: taken }) };
}

interface OpenPage {
  readonly bytes: Buffer;
  readonly raw: RawHtml;
  readonly said: Tags;
}

function open(bytes: Buffer): OpenPage {
  const raw = openRaw(bytes);
  return { bytes, raw, said: readTags(raw.text) };
}

function insert(
  before: Buffer,
  { bytes, raw, said }: OpenPage,
  tags: readonly MetaTag[],
  mark: TagStyle['mark'],
): Injection {
  const { at, separator } = insertionPoint(raw.text, said);
  const style = { mark, isXhtml: said.isXhtml };
  const html = lacking(tags, said).map((tag) => separator + writeTag(tag, style));
  const ours = raw.encode(html.join(''), said.charset?.label);
  const start = raw.toByte(at);
  const file = putIn(bytes, [{ at: start, bytes: ours }]);
  return { file, changed: !file.equals(before), inserted: [start, ours.length] };
}

/**
 * The tags whose name the page gives no content to. Those about an image go together, and with
 * ours; those about an article belong to no page that calls itself something else.
 */
function lacking(tags: readonly MetaTag[], { metas }: Tags): MetaTag[] {
  const said = new Map<string | undefined, string>();
  for (const { property, name, content = '' } of metas) {
    for (const key of [property, name]) if (content.trim() && !said.has(key)) said.set(key, content.trim());
  }
  const hasImageForX = said.has('twitter:image') || said.has('twitter:image:src');
  const isArticle = (said.get('og:type') ?? 'article').toLowerCase() === 'article';
  return tags.filter(({ key }) => {
    if (key === 'twitter:image:alt' && hasImageForX) return false;
    if (key.startsWith('article:') && !isArticle) return false;
    return key.startsWith('og:image') || !said.has(key);
  });
}

/**
 * The page as it was before any tags of ours: the very same bytes.
 *
 * @throws {PageEditedError} tags of the page had been taken out, and it was changed since, so
 * that nobody can say any more where they belong.
 * @throws {TagsLostError} tags of the page had been taken out, and nobody kept them.
 */
export function removeTags(file: Buffer, restore?: Restore): Buffer {
  const { bare, hasReplaced } = withoutOurs(file);
  if (!restore && hasReplaced) throw new TagsLostError();
  if (!restore) return bare;
  const original = putBack(bare, restore);
  if (original) return original;
  const isFresh = bare === file && open(file).said.metas.some(isCardTag);
  if (isFresh) return file;
  throw new PageEditedError();
}

/** The page as it came, as far as anybody knows: without tags of ours, and with those that made way for them. */
export function untouched(file: Buffer, restore: Restore): Buffer {
  const { bare } = withoutOurs(file);
  return putBack(bare, restore) ?? bare;
}

/** The file itself where nothing of ours is in it. */
function withoutOurs(file: Buffer): { bare: Buffer; hasReplaced: boolean } {
  if (file.length > maxPageBytes) return { bare: file, hasReplaced: false };
  const raw = openRaw(file);
  if (!raw.text.includes(ourMark)) return { bare: file, hasReplaced: false };
  const ours = readTags(raw.text).metas.filter(({ isOurs }) => isOurs);
  const spans = ours.map(({ start, end }) => ({ start: startOfSpace(raw.text, start), end }));
  return {
    bare: spans.length > 0 ? cutOut(file, toBytes(raw, spans)) : file,
    hasReplaced: ours.some(({ hasReplaced }) => hasReplaced),
  };
}

/** All space before a tag of ours came with it. */
function startOfSpace(text: string, start: number): number {
  let index = start;
  while (/[\t\n\f\r ]/.test(text.charAt(index - 1))) index -= 1;
  return index;
}
