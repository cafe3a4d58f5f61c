import { kindsOf } from '../kinds.ts';
import { attribute, type Element } from '../parse.ts';

/** Prose; something that belongs to the page but is none; or what belongs to the site, or to other pages. */
export type Part = 'prose' | 'margin' | 'beside';

const marginTags = new Set(
  'address button caption dt fieldset form label legend pre select summary table'.split(' '),
);
const besideTags = new Set('aside dialog menu nav'.split(' '));
const besideRoles = /^(?:banner|complementary|contentinfo|dialog|navigation|search|status)$/;

interface Around {
  /** It holds the heading or the main part, and is never aside. */
  readonly isHolder: boolean;
  /** It is in the main part, or in an article. */
  readonly isInContent: boolean;
}

/** Which part an element makes of all that is in it. */
export function partOf(element: Element, around: Around): Part {
  const { tagName } = element;
  if (around.isHolder || tagName === 'html' || tagName === 'body' || tagName === 'main') return 'prose';
  if (besideTags.has(tagName)) return 'beside';
  if (tagName === 'header' || tagName === 'footer')
    return around.isInContent || isOfEntry(element) ? 'margin' : 'beside';
  const byTag = marginTags.has(tagName) ? 'margin' : 'prose';
  return element.attrs.length === 0 || /^h[1-6]$/.test(tagName)
    ? byTag
    : (partByAttributes(element) ?? byTag);
}

/** `post-info`, `entry-meta`: who wrote a post and when, where no `<article>` is around it. */
function isOfEntry(element: Element): boolean {
  return /(?:^|\s)(?:article|entry|post)-/.test(attribute(element, 'class') ?? '');
}

function partByAttributes(element: Element): Part | undefined {
  const role = attribute(element, 'role');
  const kinds = kindsOf(element);
  if (kinds.has('beside') || (role !== undefined && besideRoles.test(role))) return 'beside';
  return kinds.has('margin') || role === 'alert' || role === 'note' ? 'margin' : undefined;
}
