import { unescapedTwice } from './escaped.ts';
import { withoutMarkup } from './markup.ts';

/** What keeps words together is no mere space: `8 h 30` and `« Demain »` must not break. */
const breaks = /[\t\n\f\r \u0085\u2028\u2029]/;
const spaces = /[\t\n\f\r \u0085\u00a0\u2028\u2029\u202f]+/g;
const nothingSeen = /[\s\u200b\u2060]/;

/** A text as one line; no-break spaces stay where they stand alone. */
export function oneLine(text: string): string {
  return trimmed(text.replaceAll(spaces, (run) => (breaks.test(run) ? ' ' : run.charAt(0))));
}

function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && nothingSeen.test(text.charAt(start))) start += 1;
  while (end > start && nothingSeen.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Icon fonts put their pictures where Unicode has no characters; outside of their page they are boxes. */
export function withoutIcons(text: string): string {
  return /\p{Co}/u.test(text) ? text.replaceAll(/\p{Co}+/gu, '') : text;
}

/** A title without the sign that links to it, as manuals hang it behind: `Firing¶`, but not `C#`. */
export function withoutAnchorSign(text: string): string {
  return text.replace(/(?<=\S)(?: ?[¶🔗🔖⚓]\ufe0f?| [#§]){1,3}$/u, '');
}

/**
 * A text of a page as it is meant: one line, without icons, without what was escaped twice, and
 * without tags that were meant for a browser. What the heading of the page shows is meant so.
 */
export function asMeant(text: string, heading?: string): string {
  const decoded = unescapedTwice(oneLine(text), heading);
  return oneLine(withoutIcons(withoutMarkup(decoded, heading)));
}
