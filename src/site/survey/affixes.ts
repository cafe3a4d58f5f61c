import type { PageFacts } from '../read/page/page-facts.ts';
import { areSame, Tally } from './count.ts';
import { endsOf, partedFrom } from './separators.ts';

/** An end that the titles of a site share. */
export interface Affix {
  /** As the titles write it, without the sign that parts it. */
  readonly text: string;
  /** `Rust` behind the titles of all that rustdoc makes is nobody's name. */
  readonly isName: boolean;
  /** Most titles part it by a colon; where they do not, a colon is one of the sentence. */
  readonly isWeak: boolean;
  /** Nothing parts it from the rest: it is taken off only where it stands as it is here. */
  readonly isBare: boolean;
}

/** From three titles on it is a manner; fewer may be chance, unless their headings do without. */
const minTitles = 3;
const minShare = 0.5;
const minWitnessedShare = 0.2;
/** Of those that nearly as many titles have, the longest: a name may hold a separator itself. */
const nearlyAll = 0.95;

/**
 * What most titles begin or end with, by whatever sign or by none. The heading of a page
 * bears witness: where it says the title without an end, that end is not the page's.
 */
export function sharedAffixes(pages: readonly PageFacts[]): Affix[] {
  const signed = makersAffixes(pages);
  if (signed.length > 0) return signed;
  const titled = distinct(pages);
  const isLone = titled.length === 1; // nothing else tells a colon of the title from one before a name
  const parted = mostShared(titled, ({ title }) =>
    endsOf(title).flatMap(({ name, isWeak }) => (isWeak && isLone ? [] : [name])),
  );
  if (parted) return [{ text: parted, isName: true, isWeak: isMostlyWeak(titled, parted), isBare: false }];
  if (isLone) return [];
  const bare = mostShared(titled, bareEnds) ?? mostShared(titled, ({ title }) => lastWords(title));
  return bare ? [{ text: bare, isName: true, isWeak: false, isBare: true }] : [];
}

/** What some programs always put behind the titles of their pages. */
const makers: readonly [generator: RegExp, ending: RegExp, isName: boolean][] = [
  [/^rustdoc/i, / - (Rust)$/, false],
  [/^(?:sphinx|docutils)/i, / — ([^—]* documentation)$/, true],
  [/^mdbook/i, / - ([^-]+)$/, true],
  [/javadoc/i, / \(([^()]*\d[^()]*)\)$/, true],
];

function makersAffixes(pages: readonly PageFacts[]): Affix[] {
  const found = new Map<string, Affix>();
  for (const { generator = '', titles } of pages) {
    const [, ending, isName = true] = makers.find(([maker]) => maker.test(generator)) ?? [];
    const text = ending?.exec(titles.element ?? '')?.[1];
    if (text) found.set(text, { text, isName, isWeak: false, isBare: false });
  }
  return [...found.values()];
}

/** Which of the shared ends a title has. */
export function affixOf(title: string, affixes: readonly Affix[]): Affix | undefined {
  return affixes.find(({ text, isBare }) =>
    isBare ? title.endsWith(` ${text}`) : partedFrom(title, text) !== undefined,
  );
}

interface Titled {
  readonly title: string;
  readonly heading: string | undefined;
}

/** Each title once; pages that say it again say nothing new of the manner. */
function distinct(pages: readonly PageFacts[]): Titled[] {
  const found = new Map<string, Titled>();
  for (const { titles } of pages) {
    const title = titles.element ?? titles.og ?? titles.twitter;
    if (title && !found.has(title)) found.set(title, { title, heading: titles.heading });
  }
  return [...found.values()];
}

function mostShared(
  titled: readonly Titled[],
  endsIn: (one: Titled) => readonly string[],
): string | undefined {
  const [said, witnessed] = [new Tally(), new Tally()];
  for (const one of titled) {
    const ends = endsIn(one);
    said.add(ends);
    witnessed.add(ends.filter((end) => isWitnessed(one, end)));
  }
  const shared = said
    .entries()
    .filter(({ text, count }) => isManner(count, witnessed.of(text), titled.length));
  const most = shared[0]?.count ?? 0;
  const longest = shared
    .filter(({ count }) => count >= most * nearlyAll)
    .sort((one, other) => other.text.length - one.text.length);
  return longest[0]?.text;
}

/** A witness stands for a title more; a site of one page has its heading alone. */
function isManner(count: number, witnesses: number, titles: number): boolean {
  if (witnesses >= minTitles && count >= titles * minWitnessedShare) return true;
  const isMost = count >= titles * minShare;
  return isMost && (count >= minTitles || (witnesses > 0 && (count > 1 || titles === 1)));
}

function isWitnessed({ title, heading }: Titled, end: string): boolean {
  if (!heading || areSame(heading, title)) return false;
  return (
    endsOf(title).some(({ name, rest }) => name === end && areSame(rest, heading)) ||
    areSame(title, `${heading} ${end}`)
  );
}

function isMostlyWeak(titled: readonly Titled[], name: string): boolean {
  const ends = titled.flatMap(({ title }) => partedFrom(title, name) ?? []);
  return ends.filter(({ isWeak }) => isWeak).length > ends.length / 2;
}

/** What follows the heading in a title without a sign between. */
function bareEnds({ title, heading }: Titled): string[] {
  if (!heading || !title.startsWith(`${heading} `)) return [];
  return [title.slice(heading.length + 1).trim()];
}

const maxBareWords = 5;

/** The last words, where they hold a version: `2.1.0 API` behind the name of a class. */
function lastWords(title: string): string[] {
  const words = title.split(' ');
  const counts = Array.from({ length: Math.min(maxBareWords, words.length - 1) }, (_, index) => index + 1);
  return counts.map((count) => words.slice(-count).join(' ')).filter((end) => /\d+\.\d+/.test(end));
}
