import { kindsOf } from '../kinds.ts';
import { attribute, type Element, isHtml } from '../parse.ts';

/** Prose; something that belongs to the page but is none; or what belongs to the site, or to other pages. */
export type Part = 'prose' | 'margin' | 'beside';

const marginTags = new Set(
  'address button caption dt fieldset form header label legend pre select summary table'.split(' '),
);
const besideTags = new Set('aside dialog menu nav'.split(' '));
const besideRoles = /^(?:banner|complementary|contentinfo|dialog|navigation|search|status)$/;

/** Which part an element makes of all that is in it. What holds the heading is never aside. */
export function partOf(element: Element, holdsHeading: boolean): Part {
  const { tagName } = element;
  if (holdsHeading || tagName === 'html' || tagName === 'body' || tagName === 'main') return 'prose';
  if (besideTags.has(tagName)) return 'beside';
  if (isHtml(element, 'footer')) return element.parentNode?.nodeName === 'article' ? 'margin' : 'beside';
  const byTag = marginTags.has(tagName) ? 'margin' : 'prose';
  return element.attrs.length === 0 ? byTag : (partByAttributes(element) ?? byTag);
}

function partByAttributes(element: Element): Part | undefined {
  const role = attribute(element, 'role');
  const kinds = kindsOf(element);
  if (kinds.has('beside') || (role !== undefined && besideRoles.test(role))) return 'beside';
  return kinds.has('margin') || role === 'alert' || role === 'note' ? 'margin' : undefined;
}
