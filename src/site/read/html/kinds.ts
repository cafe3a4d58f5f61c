import type { Element } from './parse.ts';

/** What an element is by its class or id, where generators of pages agree on how they call it. */
export type Kind =
  | 'beside'
  | 'breadcrumbs'
  | 'byline'
  | 'contents'
  | 'footnote-sign'
  | 'hidden'
  | 'margin'
  | 'masthead'
  | 'math'
  | 'paragraph'
  | 'published'
  | 'sidebar';

/** Names that stand for themselves, and as the last word of `wy-breadcrumbs` or `page__meta`. */
const lastWords: Partial<Record<Kind, string>> = {
  beside: `ads advertisement announcement breadcrumb breadcrumbs comments consent cookie cookies disqus footer gdpr
    langs language languages menu modal nav navbar navfooter navheader navigation newsletter pager pagination
    popup promo related sidebar sidenav signup social subscribe toolbar toplang`,
  breadcrumbs: 'breadcrumb breadcrumbs',
  byline: 'author byline',
  contents: 'toc',
  margin: `admonition alert author byline caption copyright footnotes hatnote header infobox metadata meta rubric
    share sharing tags title toc toctree`,
};

const wholeNames: Partial<Record<Kind, string>> = {
  beside: 'skip-link ttc widget',
  breadcrumbs: 'md-path navpath',
  byline: 'author-name byline-author p-author',
  contents: 'table-of-contents',
  'footnote-sign': 'footnote-call footnote-ref footnote-reference footnoteref noteref',
  hidden: `a11y-hidden anchorjs-link d-none headerlink is-hidden screen-reader-only screen-reader-text sr-only
    visually-hidden visuallyhidden`,
  margin: `cmdsynopsis deprecated edit fragment item-info legalnotice menu-title navbar__title package-header site-title table-of-contents topic versionadded versionchanged
    versionmodified`,
  masthead: `DocumentationTitle brand docs-package-name library-name menu-title navbar-brand navbar__title package-header product_name
    projectname sidebar-brand-text sidebar-crate sidebar-projectname site-name site-title vpnavbartitle`,
  math: 'arithmatex katex katex-display math mathjax mathjax_display mathjax_preview mathjax_svg mjx-chtml',
  paragraph: 'para paragraph',
  published: 'dt-published published',
};

const byLastWord = tableOf([lastWords]);
const byName = tableOf([lastWords, wholeNames]);

function tableOf(lists: readonly Partial<Record<Kind, string>>[]): ReadonlyMap<string, ReadonlySet<Kind>> {
  const table = new Map<string, Set<Kind>>();
  for (const [kind, text] of lists.flatMap((list) => Object.entries(list) as [Kind, string][]))
    for (const name of text.split(/\s+/)) table.set(name, (table.get(name) ?? new Set()).add(kind));
  return table;
}

const none: ReadonlySet<Kind> = new Set();

/** Longer lists of classes are those of a framework that styles by them. */
const maxClassLength = 400;

export function kindsOf({ attrs }: Element): ReadonlySet<Kind> {
  let kinds = none;
  for (const { name, value } of attrs) {
    if (name !== 'class' && name !== 'id') continue;
    const own = name === 'class' ? kindsOfClass(value.slice(0, maxClassLength)) : kindsOfId(value);
    if (own.size > 0) kinds = kinds.size > 0 ? new Set([...kinds, ...own]) : own;
  }
  return kinds;
}

/** A page has few lists of classes, and each of them many times. */
const known = new Map<string, ReadonlySet<Kind>>();
const maxKnown = 2000;

function kindsOfClass(text: string): ReadonlySet<Kind> {
  let kinds = known.get(text);
  if (kinds) return kinds;
  if (known.size >= maxKnown) known.clear();
  kinds = kindsOfNames(text);
  known.set(text, kinds);
  return kinds;
}

function kindsOfNames(text: string): ReadonlySet<Kind> {
  const kinds = new Set<Kind>();
  for (const name of text.toLowerCase().split(/\s+/)) {
    for (const kind of kindsOfId(name)) kinds.add(kind);
    if (/(?:^|[-_])side-?(?:bar|nav|menu)(?:$|[-_])/.test(name) && !isDenial(name)) kinds.add('sidebar');
  }
  return kinds.size > 0 ? kinds : none;
}

/** One name; most ids are those of a heading, and unknown. */
function kindsOfId(name: string): ReadonlySet<Kind> {
  const own = byName.get(name);
  if (own) return own;
  const end = Math.max(name.lastIndexOf('-'), name.lastIndexOf('_'));
  const byLast = end < 0 ? undefined : byLastWord.get(name.slice(end + 1));
  return byLast && !isDenial(name) ? byLast : none;
}

/** `has-sidebar` and `no-toc` say it of something else. */
function isDenial(name: string): boolean {
  return /(?:^|[-_])(?:has|is|no|not|show|with|without)[-_]/.test(name);
}
