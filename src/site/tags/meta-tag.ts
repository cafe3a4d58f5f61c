import { normalizeText, oneLine } from '../../card/text.ts';
import { escapeAttribute } from '../../system/escape-attribute.ts';

/** One `<meta>`: Open Graph names are a `property`, those of Twitter a `name`. */
export interface MetaTag {
  readonly attribute: 'property' | 'name';
  readonly key: string;
  readonly content: string;
}

export interface TagStyle {
  /** An attribute to know the tag again by, and what it says. */
  readonly mark?: { readonly name: string; readonly value?: string | undefined };
  /** For files that are XML too. */
  readonly isXhtml?: boolean;
}

/**
 * A tag as HTML: first its name, then its content, as the simplest of crawlers expect them.
 * XML knows no attribute without a value, and wants every tag closed.
 */
export function writeTag(
  { attribute, key, content }: MetaTag,
  { mark, isXhtml = false }: TagStyle = {},
): string {
  const value = mark?.value ?? (isXhtml ? '' : undefined);
  const marked = mark ? ` ${mark.name}${value === undefined ? '' : `="${escapeAttribute(value)}"`}` : '';
  const ending = `${marked}${isXhtml ? ' />' : '>'}`;
  return `<meta ${attribute}="${escapeAttribute(key)}" content="${escapeAttribute(content)}"${ending}`;
}

/** One line of well-formed text, without what HTML and XML forbid. */
export function tagText(text: string): string {
  const wellFormed = text.toWellFormed().replaceAll(/\p{Noncharacter_Code_Point}/gu, '');
  return normalizeText(oneLine(wellFormed));
}
