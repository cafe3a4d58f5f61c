import { error, info, type Problem, type Rule, type Visit, warning } from './rule.ts';
import { plural } from '../../../system/plural.ts';

function* redirects({ page }: Visit): Iterable<Problem> {
  const { length } = page.redirects;
  if (length === 0) return;
  const count = plural(length, 'redirect');
  yield info('page-redirected', `The page leads to ${page.url.href}, by ${count}.`);
}

function* slowness({ page, slowMs }: Visit): Iterable<Problem> {
  if ((page.elapsedMs ?? 0) > slowMs) yield warning('page-slow', `The page took longer than ${slowMs} ms.`);
}

function* contentType({ page }: Visit): Iterable<Problem> {
  if (page.contentType && /^(?:text\/html|application\/xhtml\+xml)$/.test(page.contentType)) return;
  yield error(
    'page-not-html',
    `The page comes as ${page.contentType ?? 'nothing that it would name'}, not as text/html.`,
  );
}

function* robots({ page, image }: Visit): Iterable<Problem> {
  if (page.robots === 'blocked') yield error('blocked-by-robots', 'robots.txt forbids to ask for the page.');
  if (page.robots === 'unknown' || image?.robots === 'unknown') {
    yield warning('robots-unreachable', 'robots.txt could not be had, which some crawlers take for a no.');
  }
}

function* purpose({ tags }: Visit): Iterable<Problem> {
  if (tags.leftAlone === 'too-large') {
    yield warning('page-too-large', 'The page has more than 10 MB: a build leaves it without a card.');
  }
  if (tags.leftAlone === 'noindex')
    yield info('noindex', 'The page says noindex: a build leaves it without a card.');
  if (tags.leftAlone === 'redirect') {
    yield info(
      'page-leads-away',
      `The page sends its reader to ${tags.leadsTo ?? 'another'}: a build leaves it without a card.`,
    );
  }
}

export const deliveryOfPage: readonly Rule[] = [redirects, slowness, contentType, robots];
export const purposeOfPage: readonly Rule[] = [purpose];
