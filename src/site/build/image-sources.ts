import { describeProps } from '../../card/props.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import type { CardRequest } from '../../card/resolve.ts';

/** Pictures that lie on the site itself are read from its folder: the site is not published yet. */
export function locateImages(request: CardRequest, templates: TemplateRegistry, site: URL): CardRequest {
  return mapImages(request, templates, (source) =>
    source.startsWith(site.href) ? decodeURI(source.slice(site.href.length)) : source,
  );
}

/** A function has no folder of the site: it asks the site for its pictures, as for any other. */
export function absoluteImages(request: CardRequest, templates: TemplateRegistry, site: URL): CardRequest {
  return mapImages(request, templates, (source) =>
    /^[a-z][a-z\d+.-]*:/i.test(source) ? source : new URL(source.replace(/^\//, ''), site).href,
  );
}

function mapImages(
  request: CardRequest,
  templates: TemplateRegistry,
  map: (source: string) => string,
): CardRequest {
  const described = describeProps(templates.get(request.template).props);
  const entries = Object.entries(request.props).map(([name, value]) => {
    const isSource = described[name]?.format === 'image' && typeof value === 'string';
    return [name, isSource ? map(value) : value] as const;
  });
  return { ...request, props: Object.fromEntries(entries) };
}
