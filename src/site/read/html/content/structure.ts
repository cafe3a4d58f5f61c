import { kindsOf } from '../kinds.ts';
import { attribute, type Element, isHtml } from '../parse.ts';
import type { Block } from './blocks.ts';
import type { Place } from './place.ts';

/** What a page is made of, as far as it was read. */
export interface Structure {
  /** Links in menus and the like. */
  readonly navLinks: number;
  readonly links: number;
  readonly proseLetters: number;
  readonly codeBlocks: number;
  readonly hasArticle: boolean;
  readonly hasSidebar: boolean;
  readonly hasSearchForm: boolean;
  readonly hasTableOfContents: boolean;
  readonly isFrameset: boolean;
  /** Almost no text: scripts fill it in. */
  readonly isShell: boolean;
}

/** A shell says "Loading…", or that scripts are needed. */
const maxShellLetters = 40;

/** Counts what a page is made of, as a visitor of its elements. */
export class StructureReader {
  readonly #counts = { links: 0, navLinks: 0, codeBlocks: 0, media: 0, articles: 0, framesets: 0 };
  #hasSidebar = false;
  #hasSearchForm = false;
  #hasTableOfContents = false;

  enter(element: Element, { isBeside }: Place): void {
    this.#count(element.tagName, isBeside);
    if (element.attrs.length === 0 || isHtml(element, 'body') || isHtml(element, 'html')) return;
    const kinds = kindsOf(element);
    this.#hasSidebar ||= kinds.has('sidebar');
    this.#hasTableOfContents ||= kinds.has('contents');
    this.#hasSearchForm ||= isSearch(element);
  }

  structure(blocks: readonly Block[], prose: readonly Block[]): Structure {
    const { media, articles, framesets, ...counts } = this.#counts;
    const isFrameset = framesets > 0;
    const isEmpty = media === 0 && lettersIn(blocks) < maxShellLetters && !blocks.some(isWritten);
    return {
      ...counts,
      proseLetters: lettersIn(prose),
      hasArticle: articles > 0,
      hasSidebar: this.#hasSidebar,
      hasSearchForm: this.#hasSearchForm,
      hasTableOfContents: this.#hasTableOfContents,
      isFrameset,
      isShell: isEmpty && !isFrameset,
    };
  }

  #count(tagName: string, isBeside: boolean): void {
    if (tagName === 'a') {
      this.#counts.links += 1;
      if (isBeside) this.#counts.navLinks += 1;
    } else if (tagName === 'pre') this.#counts.codeBlocks += 1;
    else if (tagName === 'article') this.#counts.articles += 1;
    else if (tagName === 'frameset') this.#counts.framesets += 1;
    else if (/^(?:img|video|iframe|object)$/.test(tagName)) this.#counts.media += 1;
  }
}

function lettersIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { letters }) => sum + letters, 0);
}

/** Somebody wrote it, if only a word. */
function isWritten({ owner }: Block): boolean {
  return /^(?:h[1-6]|p|li|td|dd|pre)$/.test(owner.tagName);
}

function isSearch(element: Element): boolean {
  if (attribute(element, 'role') === 'search' || isHtml(element, 'search')) return true;
  if (isHtml(element, 'input'))
    return attribute(element, 'type') === 'search' || attribute(element, 'name') === 'q';
  return isHtml(element, 'form') && /search/i.test(attribute(element, 'action') ?? '');
}
