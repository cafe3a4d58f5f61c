import { plainText } from '../html/text.ts';

/** What the structured data of a page says of the thing that the page is about. */
export interface StructuredData {
  /** In the words of Open Graph. */
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly author?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly modifiedAt?: string | undefined;
  readonly section?: string | undefined;
  readonly tags: readonly string[];
  readonly language?: string | undefined;
  readonly siteName?: string | undefined;
}

type Thing = Readonly<Record<string, unknown>>;

/** Types that a page can be about; schema.org has hundreds more that say nothing to a card. */
const subjects: readonly [pattern: RegExp, type: string][] = [
  [
    /Article$|^(?:Social|DiscussionForum|LiveBlog|Blog|Job)?Posting$|^(?:SocialMediaPosting|Report)$/,
    'article',
  ],
  [/^(?:Product|ProductGroup|Vehicle)$/, 'product'],
  [/Event$|^(?:Festival|Hackathon|CourseInstance)$/, 'event'],
  [/^Book$/, 'book'],
  // A bare Person is on every page of a blog: the one who writes it.
  [/^ProfilePage$/, 'profile'],
];

/**
 * Reads the JSON-LD blocks of a page. Blocks that are no JSON are passed over. A list of many
 * products or articles is about none of them.
 */
export function readJsonLd(blocks: readonly string[]): StructuredData {
  const things = blocks.flatMap(thingsOf);
  const subject = subjectOf(things);
  const page = things.find((thing) => typesOf(thing).some((type) => type.endsWith('Page')));
  const site = things.find((thing) => typesOf(thing).includes('WebSite'));
  const from = (name: string): unknown => follow(subject?.thing[name], things);
  return {
    type: subject?.type,
    title: textIn(from('headline')) ?? textIn(from('name')) ?? nameOf(from('mainEntity')),
    description: textIn(from('description')) ?? textIn(page?.['description']),
    author: namesIn(follow(subject?.thing['author'], things), things),
    publishedAt: textIn(from('datePublished')),
    modifiedAt: textIn(from('dateModified')),
    section: textIn(first(from('articleSection'))),
    tags: wordsIn(from('keywords')),
    language: textIn(from('inLanguage')) ?? textIn(page?.['inLanguage']),
    siteName: textIn(site?.['name']) ?? nameOf(from('publisher')),
  };
}

function thingsOf(block: string): Thing[] {
  try {
    // Some systems still hide scripts from browsers of 1996.
    return unfold(
      JSON.parse(block.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)/, '').replace(/(?:-->|\/\/\]\]>)\s*$/, '')),
    );
  } catch {
    return [];
  }
}

function unfold(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(unfold);
  if (!isThing(value)) return [];
  return [value, ...unfold(value['@graph'] ?? []), ...unfold(value['mainEntity'] ?? [])];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null;
}

function subjectOf(things: readonly Thing[]): { thing: Thing; type: string } | undefined {
  for (const [pattern, type] of subjects) {
    const candidates = things.filter((thing) => typesOf(thing).some((name) => pattern.test(name)));
    const titles = new Set(candidates.map(({ headline, name }) => textIn(headline) ?? textIn(name)));
    const [thing] = candidates;
    if (thing && titles.size === 1) return { thing, type };
  }
  return undefined;
}

function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().map((type) => String(type).replace(/^https?:\/\/schema\.org\//, ''));
}

/** A graph names its parts by `@id` and speaks of them elsewhere. */
function follow(value: unknown, things: readonly Thing[]): unknown {
  if (!isThing(value) || Array.isArray(value) || Object.keys(value).length !== 1) return value;
  const id = value['@id'];
  return things.find((thing) => thing['@id'] === id && Object.keys(thing).length > 1) ?? value;
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function textIn(value: unknown): string | undefined {
  const one: unknown = first(value);
  const text = isThing(one) ? one['@value'] : one;
  return typeof text === 'string' ? plainText(text) || undefined : undefined;
}

function nameOf(value: unknown): string | undefined {
  const one: unknown = first(value);
  return isThing(one) ? textIn(one['name']) : textIn(one);
}

const maxNames = 3;

function namesIn(value: unknown, things: readonly Thing[]): string | undefined {
  // Each may have to be looked for in the whole graph; a card has no room for more.
  const first = [value].flat().slice(0, maxNames);
  const names = first.map((one) => nameOf(follow(one, things)));
  const known = new Set(names.filter((name) => name !== undefined && !/^https?:/.test(name)));
  return [...known].join(', ') || undefined;
}

function wordsIn(value: unknown): string[] {
  const words = [value]
    .flat()
    .flatMap((word) => (typeof word === 'string' ? word.split(',') : [nameOf(word) ?? '']));
  return words.map((word) => plainText(word)).filter((word) => word !== '');
}
