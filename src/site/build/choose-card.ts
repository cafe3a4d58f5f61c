import { posix } from 'node:path';
import type { TemplateRegistry } from '../../card/registry.ts';
import type { CardRequest } from '../../card/resolve.ts';
import { decodePath } from '../../system/decode-path.ts';
import type { Page, PageKind } from '../read/page/page.ts';
import type { Look } from '../survey/look.ts';
import { isEpisode, startOf } from './details-of-page.ts';
import { type PicturedPage, propsOfPage, withDefaults } from './props-of-page.ts';
import type { Route, SiteConfig } from './site-config.ts';

/** The card of a page, and the other sizes that the page has it in. */
export interface PageCard extends CardRequest {
  readonly others?: readonly string[] | undefined;
}

/** For sites that say nothing: one design for one kind of page. */
export const designs: Readonly<Record<PageKind, string>> = {
  home: 'plain',
  article: 'article',
  docs: 'docs',
  api: 'docs',
  list: 'plain',
  page: 'plain',
};

/** What is known beside what the page says. */
export interface Given {
  readonly look?: Look['props'];
  /** Its picture, where a card can show it. */
  readonly cover?: string | undefined;
}

/**
 * The card of a page, by the first route that matches, else by its kind; nothing where a route
 * says that it shall have none, or none matches.
 *
 * @throws {UnknownTemplateError} a route names a template that is not there.
 */
export function chooseCard(
  page: Page,
  { routes, defaults, name, images }: SiteConfig,
  templates: TemplateRegistry,
  { look = {}, cover }: Given = {},
): PageCard | undefined {
  const fallbacks = { ...look, ...(name && { site: name, project: name }), ...defaults };
  const route = routes
    ? routes.find((candidate) => matches(candidate, page))
    : usualRoute({ page, cover }, templates);
  if (!route) return undefined;
  const template = templates.get(route.template);
  const own = route.fromPage?.(page);
  if (route.fromPage && !own) return undefined;
  return {
    template: route.template,
    props: own ? withDefaults(own, template, fallbacks) : propsOfPage({ page, cover }, template, fallbacks),
    ...sizesOf(route, images),
    format: route.format,
    lang: page.language,
    isComplete: true, // the defaults are in it, but for those that its page makes needless
  };
}

function sizesOf({ variant, images }: Pick<Route, 'variant' | 'images'>, usual: readonly string[] = []) {
  const [first, ...others] = images ?? (variant === undefined ? usual : [variant]);
  return { variant: first, ...(others.length > 0 && { others }) };
}

/** A project without the gallery has the plain design at least, or no card. */
function usualRoute(pictured: PicturedPage, { names }: TemplateRegistry): Omit<Route, 'match'> | undefined {
  const template = [...designsFor(pictured), 'plain'].find((name) => names.includes(name));
  return template ? { template } : undefined;
}

/** What structured data knows well has a design of its own; things with a picture show it. */
function designsFor({ page, cover }: PicturedPage): string[] {
  const { kind, subject = '' } = page;
  const usual = designs[kind];
  if (kind !== 'article' && kind !== 'page') return [usual];
  if (startOf(page)) return ['event', usual];
  if (isEpisode(page)) return ['episode', usual];
  return cover && /^(?:Product|ProductGroup|Vehicle|Book|Movie|MusicAlbum|Course)$/.test(subject)
    ? ['article', usual]
    : [usual];
}

/** `/blog/**` takes `/blog/`, `/blog/a.html` and `/blog/2026/a/`. */
function matches({ match }: Route, page: Page): boolean {
  if (typeof match === 'function') return match(page);
  const { pathname } = new URL(page.url);
  return posix.matchesGlob(decodePath(pathname), match);
}
