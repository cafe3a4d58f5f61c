import { oneLine } from '../../../card/text.ts';
import { unescapedTwice } from './escaped.ts';
import { withoutMarkup } from './markup.ts';

/** Icon fonts put their pictures where Unicode has no characters; outside of their page they are boxes. */
export function withoutIcons(text: string): string {
  return /\p{Co}/u.test(text) ? text.replaceAll(/\p{Co}+/gu, '') : text;
}

/** A title without the sign that links to it, as manuals hang it behind: `Firing¶`, but not `C#`. */
export function withoutAnchorSign(text: string): string {
  return text.replace(/(?<=\S)(?: ?[¶🔗🔖⚓]\ufe0f?| [#§]){1,3}$/u, '');
}

/** What Org mode passes through to one of its exports, left over in another. */
const exportSnippet = /@@[a-z]{2,10}:[^@]{0,200}@@/g;

/**
 * A text of a page as it is meant: one line, without icons, without what was escaped twice, and
 * without tags that were meant for a browser. What the heading of the page shows is meant so.
 */
export function asMeant(text: string, heading?: string): string {
  const decoded = unescapedTwice(oneLine(text.replaceAll(exportSnippet, ' ')), heading);
  return oneLine(withoutIcons(withoutMarkup(decoded, heading)));
}
