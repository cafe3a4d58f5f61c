import type { TopLink } from '../html/content/top-links.ts';
import type { Details } from './json-ld.ts';

/**
 * What one page says of itself, before anybody has looked at the others: each thing from every
 * place where it is said, for which of them to believe only the whole site can tell.
 */
export interface PageFacts {
  /** The file, from the folder of the site, with `/` on every system. */
  readonly path: string;
  /** Where the page will live: the page's own word for it where that is on the site, else by its path. */
  readonly url: string;
  /** By its path alone. */
  readonly urlOfFile: string;
  readonly titles: PageTitles;
  /** Open Graph's, the plain one, Twitter's, that of structured data, in this order. */
  readonly descriptions: readonly string[];
  /** Prose of the page, in its order. */
  readonly paragraphs: readonly string[];
  readonly siteNames: SiteNames;
  /** What the page names as the picture of its card, as it is written; the first counts. */
  readonly images: readonly string[];
  readonly imageAlt?: string | undefined;
  /** The first large picture of its text, or that of its structured data. */
  readonly picture?: string | undefined;
  /** What structured data says that the page is about, in the words of schema.org: `Recipe`, `PodcastEpisode`. */
  readonly subject?: string | undefined;
  /** What only some kinds of pages have. */
  readonly details: Details;
  /** As they are written: some are addresses. */
  readonly authors: readonly string[];
  /** ISO 8601: a day, or a moment. */
  readonly publishedAt?: string | undefined;
  readonly modifiedAt?: string | undefined;
  /** What the page says for its date, as it is written: what all pages write alike is the day of the build. */
  readonly dateAsWritten?: string | undefined;
  readonly section?: string | undefined;
  readonly tags: readonly string[];
  /** The way to the page, from the top; the page itself may stand last. */
  readonly breadcrumbs: readonly string[];
  /** What `rel=up` leads to. */
  readonly up?: string | undefined;
  /** Its headings below the title. */
  readonly outline: readonly string[];
  /** The first links above its content, by their paths on the site. */
  readonly topLinks: readonly TopLink[];
  /** BCP 47, in its canonical spelling. */
  readonly language?: string | undefined;
  /** Where it is not, the words tell it. */
  readonly isLanguageDeclared: boolean;
  /** What `og:type` or structured data say: `website`, `article`, `product`, … */
  readonly type: string;
  /** What built the page: `mdBook`, `rustdoc`, `Sphinx`, `Hugo 0.150`. */
  readonly generator?: string | undefined;
  readonly look: PageLook;
  readonly hints: PageHints;
}

export interface PageTitles {
  readonly og?: string | undefined;
  readonly twitter?: string | undefined;
  /** The headline or name of what structured data says that the page is about. */
  readonly structured?: string | undefined;
  /** The `<title>`. */
  readonly element?: string | undefined;
  readonly heading?: string | undefined;
}

export interface SiteNames {
  readonly og?: string | undefined;
  readonly application?: string | undefined;
  readonly structured?: string | undefined;
  /** The title of `<link rel=home>`. */
  readonly home?: string | undefined;
  /** What stands in the place that programs have for it, at the top of the page. */
  readonly masthead?: string | undefined;
  /** What its feed is called, without the word for it. */
  readonly feed?: string | undefined;
  /** A first heading above the page's own. */
  readonly banner?: string | undefined;
}

/** How the site looks, as far as a page says. */
export interface PageLook {
  /** Addresses of icons, the largest first, as they are written. */
  readonly icons: readonly string[];
  readonly manifest?: string | undefined;
  readonly themeColor?: string | undefined;
  readonly colorScheme?: string | undefined;
}

/** What tells the kind of a page. */
export interface PageHints {
  /** Parts of a book: `rel=up`, `prev` or `next`. */
  readonly hasNeighbours: boolean;
  readonly hasSidebar: boolean;
  readonly hasContents: boolean;
  readonly hasArticle: boolean;
  readonly hasSearchForm: boolean;
  readonly codeBlocks: number;
  readonly links: number;
  /** Letters of prose. */
  readonly proseLetters: number;
  /** Scripts fill it: it says nothing of itself. */
  readonly isShell: boolean;
  readonly isFrameset: boolean;
}
