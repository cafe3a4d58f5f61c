import { isLocalImage } from '../../card/pictures/local-file.ts';
import { problemOfSource } from '../../card/pictures/source-form.ts';
import { mapPictures } from '../../card/props.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import type { CardRequest } from '../../card/resolve.ts';
import { decodePath } from '../../system/decode-path.ts';
import type { Page } from '../read/page/page.ts';
import { pageUrl } from '../read/page/page-url.ts';

/** Where the pictures of a page may lie. */
export interface PicturePlace {
  readonly folder: string;
  readonly site: URL;
  readonly page: Pick<Page, 'path' | 'url'>;
}

/**
 * Pictures that lie on the site itself are read from its folder: the site is not published yet.
 * They are found however pages write them: from the root, from the page, from the folder, by
 * their whole address, with or without the path that the site lives below.
 */
export function locateImages(
  request: CardRequest,
  templates: TemplateRegistry,
  place: PicturePlace,
): Promise<CardRequest> {
  return mapImages(request, templates, async (source) => {
    const file = await fileOfPicture(source, place);
    return file ?? candidatesFor(source, place)[0] ?? source.replace(/^(?=\/\/)/, 'https:');
  });
}

/** The file of the site that a page means by an address, from its folder; nothing where there is none. */
export async function fileOfPicture(source: string, place: PicturePlace): Promise<string | undefined> {
  for (const path of candidatesFor(source, place)) if (await isLocalImage(path, place.folder)) return path;
  return undefined;
}

/**
 * A function has no folder of the site: it asks the site for its pictures, as for any other.
 * Takes located images; one that no URL may hold is left out.
 */
export function absoluteImages(
  request: CardRequest,
  templates: TemplateRegistry,
  site: URL,
): Promise<CardRequest> {
  return mapImages(request, templates, (source) => {
    if (problemOfSource(source)) return undefined;
    if (hasScheme(source)) return source;
    const path = source.replace(/^\/+/, '');
    return new URL(path.split('/').map(encodeURIComponent).join('/'), site).href;
  });
}

/** The files that an address may mean, the likeliest first; none where it is not of this site. */
function candidatesFor(source: string, { site, page }: PicturePlace): string[] {
  if (hasScheme(source) || source.startsWith('//')) {
    const url = parse(source, site);
    return url && isSameHost(url, site) ? filesOf(url, site).slice(0, 2) : [];
  }
  const written = source.replace(/^\/+/, '');
  const fromRoot = [...filesOf(parse(source, site), site), written];
  if (source.startsWith('/')) return fromRoot;
  const besidePage = [page.url, pageUrl(page.path, site)].map((base) => parse(source, base));
  return [...besidePage.flatMap((url) => filesOf(url, site)), ...fromRoot];
}

/** A path with its `%` read and as it is written, below the site's path and below the host's. */
function filesOf(url: URL | undefined, { pathname: base }: URL): string[] {
  if (!url) return [];
  const { pathname } = url;
  const below = pathname.startsWith(base) ? [pathname.slice(base.length)] : [];
  const paths = base === '/' ? below : [...below, pathname.slice(1)];
  return paths.flatMap((path) => [decodePath(path), path]);
}

function isSameHost(url: URL, site: URL): boolean {
  const name = ({ host }: URL) => host.replace(/^www\./, '');
  return /^https?:$/.test(url.protocol) && name(url) === name(site) && url.pathname.startsWith(site.pathname);
}

function hasScheme(source: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(source);
}

function parse(source: string, base: URL | string): URL | undefined {
  return URL.canParse(source, String(base)) ? new URL(source, base) : undefined;
}

async function mapImages(
  request: CardRequest,
  templates: TemplateRegistry,
  map: (source: string) => Promise<string> | string | undefined,
): Promise<CardRequest> {
  const { props: schema } = templates.get(request.template);
  return { ...request, props: await mapPictures(schema, request.props, map) };
}
