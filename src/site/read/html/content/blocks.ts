import { oneLine } from '../../../../card/text.ts';
import { withoutIcons } from '../../words/text.ts';
import { kindsOf } from '../kinds.ts';
import { type Element, isHtml } from '../parse.ts';
import { textOf } from '../text.ts';
import { isMath, mathText } from './math.ts';
import type { Place } from './place.ts';
import { subscript, superscript, withoutTex } from './tex.ts';

/** A run of text between two breaks: a paragraph, a heading, a cell, or the bare text of a `<div>`. */
export interface Block {
  /** Nothing where a formula in it cannot be read in a line. */
  readonly text: string | undefined;
  /** The innermost element around that is no part of a line. */
  readonly owner: Element;
  readonly place: Place;
  readonly isBehindHeading: boolean;
  /** Its length, where a character of Chinese, Japanese or Korean is three. */
  readonly letters: number;
  /** How much of it are links, code, dates and other names. */
  readonly nameLength: number;
  readonly linkCount: number;
}

const blockTags = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre
  search section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);
const nameTags = new Set('a code kbd samp time tt var'.split(' '));

/** Cuts a document into its blocks, as a visitor of its elements. */
export class BlockCutter {
  readonly blocks: Block[] = [];
  /** How many were complete before the last element began: what was read in part ends in half a block. */
  completeCount = 0;
  isBehindHeading = false;
  readonly #owners: Element[] = [];
  #run = new Run();
  #nameDepth = 0;
  /** Inside an element whose text has been read. */
  #readDepth = 0;

  enter(element: Element, place: Place): void {
    if (blockTags.has(element.tagName)) this.#flush();
    this.completeCount = this.blocks.length;
    if (blockTags.has(element.tagName)) this.#owners.push(element);
    if (this.#readDepth > 0 || this.#isReadWhole(element, place)) this.#readDepth += 1;
    if (isHtml(element, 'br')) this.#addBreak();
    if (nameTags.has(element.tagName)) this.#nameDepth += 1;
    if (isHtml(element, 'a') && this.#readDepth === 0) this.#run.linkCount += 1;
  }

  leave(element: Element): void {
    if (nameTags.has(element.tagName)) this.#nameDepth -= 1;
    if (this.#readDepth > 0) this.#readDepth -= 1;
    if (!blockTags.has(element.tagName)) return;
    this.#flush();
    this.#owners.pop();
  }

  text(text: string, place: Place): void {
    if (this.#readDepth === 0) this.#run.add(text, place, this.#nameDepth > 0);
  }

  /** Formulas, and what stands above or below the line. */
  #isReadWhole(element: Element, place: Place): boolean {
    if (isMath(element)) {
      const text = mathText(element);
      this.#run.isReadable &&= text !== undefined;
      this.#run.add(text ?? '', place, false);
      return true;
    }
    if (isFootnoteSign(element)) return true;
    if (!isHtml(element, 'sup') && !isHtml(element, 'sub')) return false;
    const text = textOf(element);
    const shifted = isHtml(element, 'sup') ? superscript(text) : subscript(text);
    this.#run.add(shifted ?? text, place, this.#nameDepth > 0);
    return true;
  }

  #addBreak(): void {
    if (this.#run.endsInBreak) this.#flush();
    else this.#run.addBreak();
  }

  #flush(): void {
    const owner = this.#owners.at(-1);
    const block = owner && this.#run.toBlock(owner, this.isBehindHeading);
    if (block) this.blocks.push(block);
    this.#run = new Run();
  }
}

/** What has been read of one block. */
class Run {
  isReadable = true;
  linkCount = 0;
  endsInBreak = false;
  #nameLength = 0;
  #place: Place | undefined;
  readonly #parts: string[] = [];

  add(text: string, place: Place, isName: boolean): void {
    const words = text.trim();
    this.#parts.push(text);
    if (words === '') return;
    this.endsInBreak = false;
    this.#place ??= place;
    if (isName) this.#nameLength += words.length;
  }

  addBreak(): void {
    this.#parts.push(' ');
    this.endsInBreak = true;
  }

  toBlock(owner: Element, isBehindHeading: boolean): Block | undefined {
    const text = oneLine(withoutIcons(this.#parts.join('')));
    if (!this.#place || text === '') return undefined;
    return {
      text: this.isReadable ? withoutTex(text) : undefined,
      owner,
      place: this.#place,
      isBehindHeading,
      letters: lettersIn(text),
      nameLength: this.#nameLength,
      linkCount: this.linkCount,
    };
  }
}

/** `[1]`, `¹` and `*` that lead to the foot of the page. */
function isFootnoteSign(element: Element): boolean {
  if (isHtml(element, 'sup'))
    return element.childNodes.some((node) => 'tagName' in node && isHtml(node, 'a'));
  return element.attrs.length > 0 && kindsOf(element).has('footnote-sign');
}

/** A character of these scripts says as much as three letters. */
const wideScripts = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu;

function lettersIn(text: string): number {
  return /[\u1100-\uffff]/.test(text)
    ? text.length + 2 * (text.match(wideScripts)?.length ?? 0)
    : text.length;
}
