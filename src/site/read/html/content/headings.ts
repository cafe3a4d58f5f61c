import { isHtml } from '../parse.ts';
import type { Block } from './blocks.ts';

/** Parts that every page has. */
const everywhere =
  /^(?:(?:table of )?contents|on this page|in this (?:article|page|section)|navigation|comments?|leave a (?:reply|comment)|related (?:posts|articles|pages)|share(?: this.*)?|footnotes)$/i;

/** The headings of the parts, of the upper of the two ranks that are in use. */
export function outlineOf(blocks: readonly Block[]): string[] {
  for (const tag of ['h2', 'h3']) {
    const headings = blocks.filter(
      ({ owner, place }) => isHtml(owner, tag) && !place.isAside && !place.isInFigure,
    );
    const texts = headings
      .map(({ text = '' }) => text)
      .filter((text) => text !== '' && !everywhere.test(text));
    if (texts.length > 0) return texts;
  }
  return [];
}
