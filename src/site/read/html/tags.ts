/** From the first character of a tag to behind its last, in UTF-16 code units of the text that was read. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A `<meta>`; what names it is in small letters and without space around. */
export interface MetaElement extends Span {
  readonly property: string | undefined;
  readonly name: string | undefined;
  readonly httpEquiv: string | undefined;
  readonly itemprop: string | undefined;
  /** As it is written; empty and missing are not the same. */
  readonly content: string | undefined;
  /** For which screens and schemes it holds. */
  readonly media: string | undefined;
  /** `false` where the parser had left the head already: many crawlers stop there. */
  readonly isInHead: boolean;
  /** Whether an earlier run of ours put it in. */
  readonly isOurs: boolean;
  /** Whether that run took tags of the page's own out for it. */
  readonly hasReplaced: boolean;
}

/** A `<link>`; the words of its `rel` are in small letters. */
export interface LinkElement extends Span {
  readonly rel: readonly string[];
  readonly href: string;
  readonly type: string | undefined;
  readonly hreflang: string | undefined;
  readonly title: string | undefined;
  /** `32x32 64x64` or `any`, of icons. */
  readonly sizes: string | undefined;
  readonly media: string | undefined;
  readonly isInHead: boolean;
}

/** The declaration of a page's encoding. */
export interface CharsetElement extends Span {
  /** As it is written, in small letters. */
  readonly label: string;
  readonly isInHead: boolean;
}

/** Tags that stand in the file and are not made up by the parser. */
export interface Openings {
  readonly doctype: Span | undefined;
  readonly html: Span | undefined;
  readonly head: Span | undefined;
  readonly body: Span | undefined;
}

/** What the tags of a page say, wherever they stand. */
export interface Tags {
  /** The text of the first `<title>`, not that of an SVG. */
  readonly title: string | undefined;
  /** `<html lang>` as it is written. */
  readonly language: string | undefined;
  readonly metas: readonly MetaElement[];
  readonly links: readonly LinkElement[];
  /** The texts of the JSON-LD blocks; nobody has looked whether they are JSON. */
  readonly jsonLd: readonly string[];
  readonly charset: CharsetElement | undefined;
  readonly baseHref: string | undefined;
  /** `<meta name=robots>` says `noindex` or `none`. */
  readonly isNoindex: boolean;
  /** Where `<meta http-equiv=refresh>` sends a reader, as it is written; a mere reload is none. */
  readonly refreshTo: string | undefined;
  /** Whether the file may be read as XML too: it has an XML declaration, the doctype of XHTML, or its `xmlns`. */
  readonly isXhtml: boolean;
  readonly openings: Openings;
}
