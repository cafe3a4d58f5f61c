import { judge } from '../../../src/site/judge/judge.ts';
import { unsharedKind } from '../../../src/site/judge/left-alone.ts';
import type { Page } from '../../../src/site/read/page/page.ts';
import { readFacts } from '../../../src/site/read/page/read-facts.ts';
import { survey, type SurveyOptions } from '../../../src/site/survey/site.ts';

const siteUrl = 'https://night.example.com/';

/** The pages of a site by their paths, judged together as a build does. */
export function judged(
  site: Readonly<Record<string, string>>,
  options?: SurveyOptions,
): Record<string, Page> {
  const facts = Object.entries(site).map(([path, html]) => readFacts(html, { path, siteUrl }));
  const shared = facts.filter((page) => !unsharedKind(page));
  const whole = survey(shared, options);
  return Object.fromEntries(shared.map((page) => [page.path, judge(page, whole)]));
}

/** What the cards of a site say at one place, in the order of the pages. */
export function each<Key extends keyof Page>(site: Readonly<Record<string, string>>, key: Key): Page[Key][] {
  return Object.values(judged(site)).map((page) => page[key]);
}

interface PageParts {
  readonly title?: string;
  readonly heading?: string;
  readonly head?: string;
  readonly lang?: string;
  readonly body?: string;
}

/** A page that has nothing but what is asked for. */
export function html({ title, heading, head = '', lang = 'en', body = '' }: PageParts): string {
  const titleTag = title === undefined ? '' : `<title>${title}</title>`;
  const headingTag = heading === undefined ? '' : `<h1>${heading}</h1>`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${titleTag}${head}</head><body>${headingTag}${body}</body></html>`;
}

export const prose = {
  bats: '<p>Bats shout at the dark and listen for what comes back, two hundred times a second.</p>',
  owls: '<p>An owl hears a mouse under the snow, and knows how deep it is before it leaves the branch.</p>',
  toads: '<p>Toads walk the same hundred metres each spring, whatever has been built there since.</p>',
  moths: '<p>A moth flies to the lamp because it takes it for the moon, and cannot leave it again.</p>',
};
