import { breadcrumbsIn } from './json-ld/breadcrumbs.ts';
import { Graph, type Thing, typesOf } from './json-ld/graph.ts';
import { type PageClues, type Subject, subjectOf, titleOf } from './json-ld/subject.ts';
import { Reader } from './json-ld/values.ts';

/** What the structured data of a page says of the thing that the page is about. */
export interface StructuredData {
  /** In the words of Open Graph. */
  readonly type?: string | undefined;
  /** In those of schema.org, which has more: `Recipe`, `PodcastEpisode`. */
  readonly kind?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** As they are written; some are no names. */
  readonly authors: readonly string[];
  readonly publishedAt?: string | undefined;
  readonly modifiedAt?: string | undefined;
  readonly section?: string | undefined;
  readonly tags: readonly string[];
  readonly language?: string | undefined;
  readonly siteName?: string | undefined;
  /** Who runs the site. */
  readonly organization?: string | undefined;
  readonly logo?: string | undefined;
  /** Addresses as they are written. */
  readonly images: readonly string[];
  /** The way to the page, from the outside in, without the page itself. */
  readonly breadcrumbs: readonly string[];
  readonly details: Details;
}

/** What only some kinds of things have. */
export interface Details {
  /** Of events; as they are written. */
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
  readonly place?: string | undefined;
  readonly performers?: readonly string[];
  /** Of software. */
  readonly version?: string | undefined;
  /** Of episodes: the show, and which of it. */
  readonly series?: string | undefined;
  readonly episodeNumber?: string | undefined;
  /** Of episodes, videos and recipes, in ISO 8601: `PT45M`. */
  readonly duration?: string | undefined;
  /** Who makes a product, or gives a course. */
  readonly maker?: string | undefined;
}

export interface JsonLdContext extends PageClues {
  /** Decides what a leftover reference or tag in a text means. */
  readonly heading?: string | undefined;
}

/** Nobody sets more on a card; each may have to be looked up. */
const maxNames = 10;

/** Reads the JSON-LD blocks of a page. Blocks that are no JSON are passed over. Never throws. */
export function readJsonLd(blocks: readonly string[], page: JsonLdContext = { titles: [] }): StructuredData {
  const graph = new Graph(blocks);
  const reader = new Reader(graph, page.heading);
  const subject = subjectOf(graph, reader, page);
  const of = (test: (type: string) => boolean): Thing | undefined =>
    graph.things.find((thing) => typesOf(thing).some(test));
  const webPage = of((type) => type.endsWith('Page'));
  const publisher = graph.first(subject?.thing['publisher']) ?? of((type) => type.endsWith('Organization'));
  return {
    ...sayingsOf(subject, webPage, reader),
    siteName: reader.name(of((type) => type === 'WebSite')) ?? reader.name(subject?.thing['publisher']),
    organization: reader.name(publisher),
    logo: reader.addresses((publisher as Thing | undefined)?.['logo'])[0],
    breadcrumbs: breadcrumbsIn(graph, reader, page),
  };
}

function sayingsOf(subject: Subject | undefined, webPage: Thing | undefined, reader: Reader) {
  const thing = subject?.thing ?? {};
  return {
    type: subject?.type,
    kind: subject?.kind,
    title: titleOf(thing, reader),
    description: reader.text(thing['description']) ?? reader.text(webPage?.['description']),
    authors: reader.names(thing['author'] ?? thing['creator'], maxNames),
    publishedAt: reader.text(thing['datePublished'] ?? thing['uploadDate']),
    modifiedAt: reader.text(thing['dateModified']),
    section: reader.text(thing['articleSection'] ?? thing['recipeCategory']),
    tags: reader.names(thing['keywords']),
    language: reader.text(thing['inLanguage']) ?? reader.text(webPage?.['inLanguage']),
    images: reader.addresses(thing['image'] ?? thing['thumbnailUrl'] ?? webPage?.['primaryImageOfPage']),
    details: detailsOf(thing, reader),
  };
}

function detailsOf(thing: Thing, reader: Reader): Details {
  return {
    startsAt: reader.text(thing['startDate']),
    endsAt: reader.text(thing['endDate']),
    place: reader.place(thing['location']),
    performers: reader.names(thing['performer'] ?? thing['performers'], maxNames),
    version: reader.textOrNumber(thing['softwareVersion'] ?? thing['version']),
    series: reader.name(thing['partOfSeries']),
    episodeNumber: reader.textOrNumber(thing['episodeNumber']),
    duration: reader.text(thing['duration'] ?? thing['timeRequired'] ?? thing['totalTime']),
    maker: reader.name(thing['brand'] ?? thing['provider']),
  };
}
