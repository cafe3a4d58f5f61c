import type { Details } from './json-ld.ts';

/** What a built page says of itself, as far as it says it: what cards and tags are made from. */
export interface Page {
  /** The file, from the folder of the site, with `/` on every system. */
  readonly path: string;
  /** Where the page will live: the page's own word for it where that is on the site, else by its path. */
  readonly url: string;
  /** Never empty: a page without any title is called after its file. */
  readonly title: string;
  readonly description?: string | undefined;
  /** All of them, as the language joins them. */
  readonly author?: string | undefined;
  readonly authors: readonly string[];
  /** ISO 8601: a day, or a moment. */
  readonly publishedAt?: string | undefined;
  readonly modifiedAt?: string | undefined;
  readonly section?: string | undefined;
  readonly tags: readonly string[];
  /** BCP 47, in its canonical spelling. */
  readonly language?: string | undefined;
  readonly siteName?: string | undefined;
  /** `website`, `article`, `product`, `event`, `profile`, `book`, or what else `og:type` says. */
  readonly type: string;
  /** The image that the page names for its card itself, as an absolute URL where it is one. */
  readonly image?: string | undefined;
  readonly imageAlt?: string | undefined;
  /** The way to the page, from the outside in, without the page itself. */
  readonly breadcrumbs: readonly string[];
  /** What its structured data says beside: when an event is, which show an episode is of. */
  readonly details: Details;
  /** What built the page: `mdBook`, `rustdoc`, `Sphinx`, `Hugo 0.150`. */
  readonly generator?: string | undefined;
  readonly isNoindex: boolean;
  /** The page sends its reader elsewhere by itself. */
  readonly isRedirect: boolean;
}
