import { attribute, isHtml } from '../parse.ts';
import { withoutAnchorSign } from '../../words/text.ts';
import type { Block } from './blocks.ts';

/** Parts that every page has. */
const everywhere =
  /^(?:(?:table of )?contents|on this page|in this (?:article|page|section)|navigation|comments?|leave a (?:reply|comment)|related (?:posts|articles|pages)|share(?: this.*)?|footnotes|tip|note|notes|warning|caution|important|see also)$/i;

/** The headings of the parts, of the upper of the two ranks that are in use. */
export function outlineOf(blocks: readonly Block[]): string[] {
  for (const tag of ['h2', 'h3']) {
    const texts = blocks.filter((block) => isHeading(block, tag)).map(textOfHeading);
    const telling = texts.filter((text) => text !== '' && !everywhere.test(text));
    if (telling.length > 0) return telling;
  }
  return [];
}

/**
 * The heading of a page without `<h1>`: manuals that are cut into files keep the rank that a part has
 * in the whole. A list of posts has no such one.
 */
export function headingByRank(blocks: readonly Block[]): Block | undefined {
  const first = blocks.find((block) => isHeading(block));
  if (!first) return undefined;
  const isAlone = blocks.filter((block) => isHeading(block, first.owner.tagName)).length === 1;
  return isAlone || titleClasses.test(attribute(first.owner, 'class') ?? '') ? first : undefined;
}

/** DocBook's and Texinfo's. */
const titleClasses = /^(?:title|chapter|section|subsection|subsubsection|unnumbered\w*|appendix\w*)$/;

function isHeading({ owner, place }: Block, tag?: string): boolean {
  const isRight = tag ? isHtml(owner, tag) : /^h[2-4]$/.test(owner.tagName);
  return isRight && !place.isAside && !place.isInFigure;
}

export function textOfHeading({ text = '' }: Block): string {
  return withoutAnchorSign(text);
}
