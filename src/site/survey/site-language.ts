import type { PageFacts } from '../read/page/page-facts.ts';
import { mostFrequent } from './count.ts';

/** A book may declare its language in its chapters alone; one page among many is somebody's mistake. */
const minShareDeclared = 0.1;

/** The language of most pages, for those that tell none: as they declare it, or else as their words tell. */
export function languageOfSite(pages: readonly PageFacts[]): string | undefined {
  const telling = pages.filter(({ language }) => language !== undefined);
  const declaring = telling.filter(({ isLanguageDeclared }) => isLanguageDeclared);
  const isEnough = declaring.length > 0 && declaring.length >= pages.length * minShareDeclared;
  const groups = Map.groupBy(isEnough ? declaring : telling, ({ language }) => language!);
  return mostFrequent(new Map([...groups].map(([language, group]) => [language, group.length])));
}
