import { attribute, type Element, isHtml } from '../parse.ts';
import { namesOf } from './aside.ts';
import type { Block } from './blocks.ts';
import type { Place } from './place.ts';
import { isProse, lettersIn } from './prose.ts';

/** What a page is made of, as far as it was read. */
export interface Structure {
  /** Links in menus. */
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

const sidebarNames = /^(?:.*[-_])?side-?(?:bar|nav|menu)$/;
const contentsNames = /^(?:.*[-_])?(?:toc|table-?of-?contents)$/;
/** A shell says "Loading…", or that scripts are needed. */
const maxShellLetters = 40;

/** Counts what a page is made of, as a visitor of its elements. */
export class StructureReader {
  #navLinks = 0;
  #links = 0;
  #codeBlocks = 0;
  #pictures = 0;
  #hasArticle = false;
  #hasSidebar = false;
  #hasSearchForm = false;
  #hasTableOfContents = false;
  #isFrameset = false;

  enter(element: Element, place: Place): void {
    const { tagName } = element;
    if (tagName === 'a' && attribute(element, 'href') !== undefined) {
      this.#links += 1;
      if (place.isBeside) this.#navLinks += 1;
    } else if (tagName === 'pre') this.#codeBlocks += 1;
    else if (tagName === 'img' || tagName === 'video' || tagName === 'iframe') this.#pictures += 1;
    else if (tagName === 'article') this.#hasArticle = true;
    else if (tagName === 'frameset') this.#isFrameset = true;
    this.#hasSearchForm ||= isSearch(element);
    this.#addNames(element);
  }

  #addNames(element: Element): void {
    if (isHtml(element, 'body') || isHtml(element, 'html')) return;
    const names = namesOf(element);
    this.#hasSidebar ||= names.some((name) => sidebarNames.test(name));
    this.#hasTableOfContents ||= names.some((name) => contentsNames.test(name));
  }

  structure(blocks: readonly Block[]): Structure {
    const letters = blocks.reduce((sum, { text = '' }) => sum + lettersIn(text), 0);
    return {
      navLinks: this.#navLinks,
      links: this.#links,
      proseLetters: blocks.filter(isProse).reduce((sum, { text }) => sum + lettersIn(text), 0),
      codeBlocks: this.#codeBlocks,
      hasArticle: this.#hasArticle,
      hasSidebar: this.#hasSidebar,
      hasSearchForm: this.#hasSearchForm,
      hasTableOfContents: this.#hasTableOfContents,
      isFrameset: this.#isFrameset,
      isShell:
        !this.#isFrameset && letters < maxShellLetters && this.#pictures === 0 && !blocks.some(isWritten),
    };
  }
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
