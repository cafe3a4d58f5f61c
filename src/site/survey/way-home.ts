import type { PageFacts } from '../read/page/page-facts.ts';
import { isFirstPage } from '../read/words/forgotten.ts';
import { isHome } from './edition.ts';

/** What else leads there. */
const leading = /^(?:back|go|return|skip|up|zurück|retour|volver|назад)(?:\s|$)|^[←«‹<]/i;

/** What a link at the top of a page calls the first page of the site, where that is a name. */
export function nameOfWayHome({ topLinks }: PageFacts): string | undefined {
  const home = topLinks.find(
    ({ href, text }) =>
      isHome(href.replace(/(^|\/)$/, '$1index.html')) && !isFirstPage(text) && !leading.test(text),
  );
  return home?.text;
}
