import { attribute, type Element, isHtml } from '../parse.ts';
import { partOf } from './aside.ts';

/** Where in a page something stands: what the elements around it say of it. */
export interface Place {
  /** In a menu, a note, a footer or the like: nothing that the page tells in its prose. */
  readonly isAside: boolean;
  /** In a part that belongs to the site, or to other pages. */
  readonly isBeside: boolean;
  readonly isInFigure: boolean;
  readonly isInMain: boolean;
  /** The outermost `<article>` around. */
  readonly article: Element | undefined;
  /** The nearest `lang` and `dir` around; those of `<html>` count as none. */
  readonly language: string | undefined;
  readonly direction: 'ltr' | 'rtl' | undefined;
}

export const nowhere: Place = {
  isAside: false,
  isBeside: false,
  isInFigure: false,
  isInMain: false,
  article: undefined,
  language: undefined,
  direction: undefined,
};

/** The place of what an element holds; `holders` are the elements around the heading, which are never asides. */
export function placeIn(element: Element, around: Place, holders: ReadonlySet<Element>): Place {
  const part = partOf(element, {
    isHolder: holders.has(element),
    isInContent: around.isInMain || around.article !== undefined,
  });
  const isFigure = element.tagName === 'figure';
  const isArticle = element.tagName === 'article';
  if (part === 'prose' && !isFigure && !isArticle && element.attrs.length === 0 && element.tagName !== 'main')
    return around;
  return {
    isAside: around.isAside || part !== 'prose',
    isBeside: around.isBeside || part === 'beside',
    isInFigure: around.isInFigure || isFigure,
    isInMain: around.isInMain || isMain(element),
    article: around.article ?? (isArticle ? element : undefined),
    language: languageOf(element) ?? around.language,
    direction: directionOf(element) ?? around.direction,
  };
}

export function isMain(element: Element): boolean {
  return isHtml(element, 'main') || (element.attrs.length > 0 && attribute(element, 'role') === 'main');
}

function languageOf(element: Element): string | undefined {
  if (isHtml(element, 'html')) return undefined;
  return attribute(element, 'lang')?.trim() || attribute(element, 'xml:lang')?.trim() || undefined;
}

export function directionOf(element: Element): 'ltr' | 'rtl' | undefined {
  const direction = attribute(element, 'dir')?.trim().toLowerCase();
  return direction === 'ltr' || direction === 'rtl' ? direction : undefined;
}
