import { scriptOf } from '../../card/fonts/language.ts';
import type { PageFacts } from '../read/page/page-facts.ts';
import { mainScript } from '../read/words/scripts.ts';
import type { Site } from '../survey/site.ts';

/**
 * The language of a page, or that of most others where it tells none. A page that nobody has
 * translated yet has its title in the language of the others: that stands largest on its card,
 * and tells its direction.
 */
export function languageOfCard(
  { language, titles }: PageFacts,
  { language: usual }: Pick<Site, 'language'>,
): string | undefined {
  if (!language || !usual) return language ?? usual;
  const script = mainScript(titles.heading ?? titles.element ?? '');
  const isForeign = script !== undefined && script !== 'Latn' && scriptOf(language) === 'Latn';
  return isForeign && scriptOf(usual) !== 'Latn' ? usual : language;
}
