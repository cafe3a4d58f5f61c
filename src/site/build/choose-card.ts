import { posix } from 'node:path';
import type { TemplateRegistry } from '../../card/registry.ts';
import type { CardRequest } from '../../card/resolve.ts';
import { decodePath } from '../../system/decode-path.ts';
import type { Page } from '../read/page/page.ts';
import { propsOfPage, withDefaults } from './props-of-page.ts';
import type { Route, SiteConfig } from './site-config.ts';

/** For sites that say nothing: what has an author or a date is an article, and manuals are manuals. */
const usualRoutes: readonly Route[] = [
  {
    match: (page) => page.type === 'article' || Boolean(page.author ?? page.publishedAt),
    template: 'article',
  },
  {
    match: ({ generator = '' }) =>
      /sphinx|docutils|docbook|mdbook|rustdoc|mkdocs|vitepress|docusaurus|starlight|doxygen|javadoc|asciidoctor/i.test(
        generator,
      ),
    template: 'docs',
  },
  { match: () => true, template: 'plain' },
];

/**
 * The card of a page, by the first route that matches; nothing where a route says that it shall
 * have none, or none matches.
 *
 * @throws {UnknownTemplateError} a route names a template that is not there.
 */
export function chooseCard(
  page: Page,
  { routes, defaults, name }: SiteConfig,
  templates: TemplateRegistry,
): CardRequest | undefined {
  const fallbacks = { ...(name && { site: name, project: name }), ...defaults };
  const available = usualRoutes.filter(({ template }) => templates.names.includes(template));
  const route = (routes ?? available).find((candidate) => matches(candidate, page));
  if (!route) return undefined;
  const template = templates.get(route.template);
  const own = route.fromPage?.(page);
  if (route.fromPage && !own) return undefined;
  return {
    template: route.template,
    props: own ? withDefaults(own, template, fallbacks) : propsOfPage(page, template, fallbacks),
    variant: route.variant,
    format: route.format,
    lang: page.language,
  };
}

/** `/blog/**` takes `/blog/`, `/blog/a.html` and `/blog/2026/a/`. */
function matches({ match }: Route, page: Page): boolean {
  if (typeof match === 'function') return match(page);
  const { pathname } = new URL(page.url);
  return posix.matchesGlob(decodePath(pathname), match);
}
