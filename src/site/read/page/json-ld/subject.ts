import { type Graph, isThing, type Thing, typesOf } from './graph.ts';
import type { Reader } from './values.ts';

/** What the page says by other means, to know its subject among several things. */
export interface PageClues {
  readonly url?: string | undefined;
  /** The titles and the heading. */
  readonly titles: readonly string[];
}

export interface Subject {
  readonly thing: Thing;
  /** As schema.org calls it: `Recipe`, `SoftwareApplication`. */
  readonly kind: string;
  /** As Open Graph calls it, where it has a word for it. */
  readonly type?: string | undefined;
}

interface Kind {
  readonly pattern: RegExp;
  readonly type?: string;
  /** Found beside other pages too: it has to bear the title of the page, or its address. */
  readonly isOftenAside?: boolean;
}

/** What a page can be about; schema.org has hundreds more that say nothing to a card. */
const kinds: readonly Kind[] = [
  {
    pattern:
      /Article$|^(?:Social|DiscussionForum|LiveBlog|Blog|Job)?Posting$|^(?:SocialMediaPosting|Report|Recipe)$/,
    type: 'article',
  },
  { pattern: /^(?:Product|ProductGroup|Vehicle)$/, type: 'product' },
  { pattern: /Event$|^(?:Festival|Hackathon|CourseInstance)$/, type: 'event' },
  { pattern: /^(?:PodcastEpisode|RadioEpisode)$/ },
  { pattern: /^Book$/, type: 'book' },
  {
    pattern: /^(?:SoftwareApplication|(?:Web|Mobile)Application|VideoGame|SoftwareSourceCode)$/,
    isOftenAside: true,
  },
  { pattern: /^Course$/, isOftenAside: true },
  { pattern: /^(?:HowTo|Review|CriticReview)$/, type: 'article', isOftenAside: true },
  { pattern: /^Movie$/, type: 'video.movie', isOftenAside: true },
  { pattern: /^TVEpisode$/, type: 'video.episode', isOftenAside: true },
  { pattern: /^TVSeries$/, type: 'video.tv_show', isOftenAside: true },
  { pattern: /^MusicAlbum$/, type: 'music.album', isOftenAside: true },
  { pattern: /^MusicRecording$/, type: 'music.song', isOftenAside: true },
  { pattern: /^VideoObject$/, isOftenAside: true },
  // A bare Person is on every page of a blog: the one who writes it.
  { pattern: /^ProfilePage$/, type: 'profile' },
];

/** What the page is about. A list of many products or articles is about none of them. */
export function subjectOf(graph: Graph, reader: Reader, page: PageClues): Subject | undefined {
  for (const { pattern, type, isOftenAside = false } of kinds) {
    const candidates = graph.things.filter((thing) => typesOf(thing).some((name) => pattern.test(name)));
    const thing = ofThisPage(candidates, reader, page, isOftenAside);
    if (thing) return { thing, type, kind: typesOf(thing).find((name) => pattern.test(name))! };
  }
  return undefined;
}

function ofThisPage(
  things: readonly Thing[],
  reader: Reader,
  page: PageClues,
  isOftenAside: boolean,
): Thing | undefined {
  const weighed = things.map((thing) => ({ thing, weight: weightOf(thing, reader, page) }));
  const most = Math.max(0, ...weighed.map(({ weight }) => weight));
  if (most === 0 && isOftenAside) return undefined;
  const best = weighed.filter(({ weight }) => weight === most).map(({ thing }) => thing);
  const titles = new Set(best.map((thing) => titleOf(thing, reader)));
  return titles.size === 1 ? best[0] : undefined;
}

export function titleOf({ headline, name, mainEntity }: Thing, reader: Reader): string | undefined {
  return reader.text(headline) ?? reader.text(name) ?? reader.name(mainEntity);
}

/** How surely a thing is that of the page: by its address, its title, or a part of the title. */
function weightOf(thing: Thing, reader: Reader, { url, titles }: PageClues): number {
  const addresses = [thing['url'], thing['mainEntityOfPage'], thing['@id']].map(addressIn);
  const isHere = url !== undefined && addresses.some((address) => address && isSamePage(address, url));
  const title = titleOf(thing, reader)?.toLowerCase();
  const others = titles.map((other) => other.toLowerCase());
  const isTitle = title !== undefined && others.includes(title);
  const isPart = title !== undefined && title.length > 2 && others.some((other) => other.includes(title));
  return (isHere ? 4 : 0) + (isTitle ? 2 : isPart ? 1 : 0);
}

function addressIn(value: unknown): string | undefined {
  const address = isThing(value) ? (value['@id'] ?? value['url']) : value;
  return typeof address === 'string' ? address : undefined;
}

/** By host and path; `#article` and `index.html` are the same page. */
export function isSamePage(address: string, url: string): boolean {
  if (!URL.canParse(address, url)) return false;
  return placeOf(new URL(address, url)) === placeOf(new URL(url));
}

function placeOf({ host, pathname }: URL): string {
  return host + pathname.replace(/(?:index)?\.x?html?$/, '').replace(/\/$/, '');
}
