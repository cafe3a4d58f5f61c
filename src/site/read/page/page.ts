import type { Details } from './json-ld.ts';

/** What a page is, which decides its design; `api` is an entry of a reference. */
export type PageKind = 'home' | 'article' | 'docs' | 'api' | 'list' | 'page';

/** A page of a built site, as its owner would describe it: what cards and tags are made from. */
export interface Page {
  /** The file, from the folder of the site, with `/` on every system. */
  readonly path: string;
  /** Where the page will live: the page's own word for it where that is on the site, else by its path. */
  readonly url: string;
  readonly kind: PageKind;
  /** Never empty: a page without any title is called after its file. Without the name of the site. */
  readonly title: string;
  readonly isNamedAfterFile: boolean;
  readonly description?: string | undefined;
  /** "A, B and C", in the language of the page. */
  readonly author?: string | undefined;
  readonly authors: readonly string[];
  /** ISO 8601: a day, or a moment. */
  readonly publishedAt?: string | undefined;
  readonly modifiedAt?: string | undefined;
  readonly section?: string | undefined;
  /** What leads to the page, from the top, without the site and without the page. */
  readonly way: readonly string[];
  /** Its headings below the title. */
  readonly outline: readonly string[];
  readonly tags: readonly string[];
  /** BCP 47, in its canonical spelling. */
  readonly language?: string | undefined;
  readonly siteName?: string | undefined;
  /** The version of what a manual is about. */
  readonly version?: string | undefined;
  /** `website`, `article`, `product`, `event`, `profile`, `book`, or what else `og:type` says. */
  readonly type: string;
  /** The image that the page names for its card itself, as an absolute URL where it is one. */
  readonly image?: string | undefined;
  readonly imageAlt?: string | undefined;
  /** What the page is about, in the words of schema.org: `Recipe`, `PodcastEpisode`. */
  readonly subject?: string | undefined;
  /** What its structured data says beside: when an event is, which show an episode is of. */
  readonly details: Details;
  /** The first large picture of its text, as it is written there. */
  readonly picture?: string | undefined;
  /** What built the page: `mdBook`, `rustdoc`, `Sphinx`, `Hugo 0.150`. */
  readonly generator?: string | undefined;
}
