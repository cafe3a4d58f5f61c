import { attribute, type Element, isHtml } from '../parse.ts';

/** Parts of the page itself that are not its prose. */
const marginTags = words(
  'address button caption dt fieldset form header label legend pre select summary table',
);
const marginNames = words(
  `author admonition alert byline caption cmdsynopsis copyright deprecated edit footnotes hatnote header infobox
  legalnotice meta metadata rubric share sharing table-of-contents tags title toc toctree topic versionadded
  versionchanged versionmodified`,
);

/** What belongs to the site, or to other pages. */
const besideTags = words('aside dialog menu nav');
const besideRoles = /^(?:banner|complementary|contentinfo|dialog|navigation|search|status)$/;
const besideNames = words(
  `ads advertisement announcement breadcrumb breadcrumbs comments consent cookie cookies disqus footer gdpr langs
  language languages menu modal nav navbar navfooter navheader navigation newsletter pager pagination popup promo
  related sidebar signup skip-link social subscribe toolbar toplang widget`,
);

export type Part = 'prose' | 'margin' | 'beside';

/**
 * What kind of part an element makes of all that is in it. Before there were tags for that, and by
 * who does not use them, it is said in classes. What holds the heading is never aside.
 */
export function partOf(element: Element, holdsHeading: boolean): Part {
  if (holdsHeading || /^(?:html|body|main)$/.test(element.tagName)) return 'prose';
  const role = attribute(element, 'role') ?? '';
  const names = namesOf(element);
  if (besideTags.has(element.tagName) || besideRoles.test(role)) return 'beside';
  if (isHtml(element, 'footer')) return isInArticle(element) ? 'margin' : 'beside';
  if (names.some((name) => besideNames.has(name))) return 'beside';
  if (marginTags.has(element.tagName) || /^(?:alert|note)$/.test(role)) return 'margin';
  return names.some((name) => marginNames.has(name)) ? 'margin' : 'prose';
}

function isInArticle({ parentNode }: Element): boolean {
  return parentNode?.nodeName === 'article';
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Longer lists of classes are those of a framework that styles by them. */
const maxNamesLength = 400;

const known = new WeakMap<Element, readonly string[]>();
const noNames: readonly string[] = [];

/** The classes and the id, in small letters; `wy-breadcrumbs` and `page__meta` are called after their last word too. */
export function namesOf(element: Element): readonly string[] {
  if (element.attrs.length === 0) return noNames;
  let names = known.get(element);
  if (!names) known.set(element, (names = readNames(element)));
  return names;
}

function readNames(element: Element): readonly string[] {
  const text = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.trim();
  if (text === '') return noNames;
  const names = text.slice(0, maxNamesLength).toLowerCase().split(/\s+/);
  return names.flatMap((name) => [name, lastWord(name)]);
}

/** `has-sidebar` and `no-toc` say it of something else. */
function lastWord(name: string): string {
  const end = Math.max(name.lastIndexOf('-'), name.lastIndexOf('_'));
  if (end < 0) return '';
  const before = name.slice(0, end);
  return /(?:^|[-_])(?:has|is|no|not|show|with|without)$/.test(before) ? '' : name.slice(end + 1);
}
