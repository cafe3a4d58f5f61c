import type { Viewport } from '../../card/variants.ts';
import { isStill } from './is-still.ts';

/** Whatever we did not think of ends with a document that is set anew, and costs a hundredth of a card. */
const maxRedraws = 100;

/** Cards of a template that has another shape each time are not tried in vain for long. */
const maxMisses = 3;
const restCards = 20;

/** All of a document but its body: what cards of one template, variant and language have in common. */
export function frameOf(html: string): string {
  return html.slice(0, Math.max(0, html.indexOf('<body')));
}

interface ShownDocument {
  readonly html: string;
  readonly viewport: Viewport;
}

/**
 * What a page shows, and whether the next card may be drawn by changing that in place, which
 * spares it reading and styling all that stays. The pictures must be those of a document that is
 * set anew, to the byte: whatever could remember the last card is refused.
 */
export class KeptDocument {
  #shown: ShownDocument | undefined;
  #frame = '';
  #isStill: boolean | undefined;
  #redraws = 0;
  #misses = 0;
  #rest = 0;

  /** The page was given a whole new document. */
  set(document: ShownDocument): void {
    const frame = frameOf(document.html);
    if (frame !== this.#frame) this.#misses = this.#rest = 0;
    this.#shown = document;
    this.#frame = frame;
    this.#isStill = undefined;
    this.#redraws = 0;
  }

  /** Whether what {@link markupFor} gave could be made of what was shown. */
  tried(isRedrawn: boolean): void {
    if (isRedrawn) this.#redraws += 1;
    this.#misses = isRedrawn ? 0 : this.#misses + 1;
    if (this.#misses >= maxMisses) [this.#misses, this.#rest] = [0, restCards];
  }

  /** The page may show anything. */
  forget(): void {
    this.#shown = undefined;
  }

  /** What the page is to be made to become this document; nothing where it must be set anew. */
  markupFor({ html, viewport }: ShownDocument): string | undefined {
    if (!this.#shown || !isSame(viewport, this.#shown.viewport)) return undefined;
    const frame = frameOf(html);
    if (frame !== this.#frame || !this.#isWorthTrying() || !this.#isShownStill()) return undefined;
    return withoutHead(frame) + html.slice(frame.length);
  }

  #isWorthTrying(): boolean {
    if (this.#rest === 0) return this.#redraws < maxRedraws;
    this.#rest -= 1;
    return false;
  }

  /** Found out when the first card comes that could profit of it. */
  #isShownStill(): boolean {
    const { html } = this.#shown!;
    return (this.#isStill ??=
      hasPlainHead(this.#frame) && isStill(this.#frame, html.slice(this.#frame.length)));
  }
}

/** The head ends where it seems to, so that a body is read as the same elements with it and without. */
function hasPlainHead(frame: string): boolean {
  return (
    /^<!doctype html><html [^<>]*><head>/.test(frame) &&
    frame.search(/<\/style/i) === frame.length - '</style></head>'.length &&
    frame.endsWith('</style></head>')
  );
}

function withoutHead(frame: string): string {
  return `${frame.slice(0, frame.indexOf('<head>'))}<head></head>`;
}

function isSame(one: Viewport, other: Viewport): boolean {
  return (
    one.width === other.width &&
    one.height === other.height &&
    one.deviceScaleFactor === other.deviceScaleFactor
  );
}
