import { isDeepStrictEqual } from 'node:util';
import type { Look } from '../../site/survey/look.ts';
import type { Page } from '../../site/read/page/page.ts';
import type { SiteConfig } from '../../site/build/site-config.ts';
import type { PageAnswer, Props } from '../protocol.ts';

interface Sources {
  readonly page: Page;
  readonly look: Look['props'];
  readonly config: SiteConfig;
}

/** In these words; where two say the same, the first is named. */
const wordsOfPage = {
  title: 'its title',
  description: 'its description',
  authors: 'its authors',
  author: 'its author',
  publishedAt: 'the day it was published',
  modifiedAt: 'the day it was changed',
  tags: 'its tags',
  section: 'its section',
  way: 'what leads to it',
  outline: 'its headings',
  siteName: 'the name of its site',
  version: 'the version of its manual',
  picture: 'its first large picture',
  image: 'the image it names',
} as const satisfies Partial<Record<keyof Page, string>>;

/** Of each prop of a page's card: which words of the page it is made of, or who else says it. */
export function originsOf(props: Props, sources: Sources): PageAnswer['origins'] {
  return Object.entries(props).map(([prop, value]) => ({ prop, from: originOf(prop, value, sources) }));
}

function originOf(prop: string, value: unknown, { page, look, config }: Sources): string {
  const names = Object.keys(wordsOfPage) as (keyof typeof wordsOfPage)[];
  const name = names.find((candidate) => isMadeOf(value, page[candidate]));
  if (name) return wordsOfPage[name];
  if (isDeepStrictEqual(value, config.defaults?.[prop])) return 'defaults of the config';
  if (isDeepStrictEqual(value, (look as Props)[prop])) return 'the look of the site';
  if (value === config.name) return 'the name in the config';
  const details = Object.entries(page.details).find(([, said]) => isMadeOf(value, said));
  return details ? `its structured data (${details[0]})` : 'a route of the config';
}

/** Itself, or what was left when it was cut to its room. */
function isMadeOf(value: unknown, said: unknown): boolean {
  if (said === undefined || value === undefined) return false;
  if (isDeepStrictEqual(value, said)) return true;
  if (typeof value === 'string' && typeof said === 'string') {
    return value.length > 3 && said.startsWith(value.replace(/…$/, '').trimEnd());
  }
  if (!Array.isArray(said)) return false;
  const entries = Array.isArray(value) ? value : [value];
  return entries.length > 0 && entries.every((entry) => said.includes(entry));
}
