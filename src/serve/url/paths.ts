/** Where the renderer lives on Netlify, and on every other machine that says nothing else. */
export const rendererPath = '/.netlify/functions/gen-opengraph-image';

/** Where the redirect to the cache lives there. */
export const redirectPath = '/.netlify/functions/process-url';

/** Where administrators keep the pictures of the site. */
export const apiPath = '/api/pictures';

/** Before the name of a sealed card; netlify.toml leads it to the renderer. */
export const sealedPrefix = '/og/';

/** Before the path of a picture of the site's own. */
export const picturesPath = '/img/';

/** Where cards are answered, counted from what the server is mounted below. */
export interface Paths {
  /** Takes the readable form, `?template=…`. @default '/.netlify/functions/gen-opengraph-image' */
  readonly card: string;
  /** Before the name of a sealed card. @default '/og/', or `card` with a slash */
  readonly sealed: string;
  /** Redirects to where a card is cached. @default '/.netlify/functions/process-url', or `redirect` below `card` */
  readonly redirect: string;
  /** Before the path of a picture. @default '/img/', or `img/` below `card` */
  readonly pictures: string;
}

/** Whoever moves the renderer moves what belongs to it: one route that takes all below it is enough. */
export function completePaths({ card, sealed, redirect, pictures }: Partial<Paths>): Paths {
  return {
    card: card ?? rendererPath,
    sealed: withSlash(sealed ?? card ?? sealedPrefix),
    redirect: redirect ?? (card ? `${withSlash(card)}redirect` : redirectPath),
    pictures: withSlash(pictures ?? (card ? `${withSlash(card)}img` : picturesPath)),
  };
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/**
 * The path that was signed. What is in front of it is no business of the signature: a proxy or
 * a framework may have taken it away, or not. Netlify puts the function's own address there.
 */
export function pathBehindBase(pathname: string, basePath: string, { sealed, pictures }: Paths): string {
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : pathname;
  const isOurs = [sealed, pictures, apiPath].some((ours) => path.startsWith(`${rendererPath}${ours}`));
  return isOurs ? path.slice(rendererPath.length) : path;
}

export interface Mount {
  readonly paths: Paths;
  readonly basePath: string;
  /** Where pictures of the site's own lie, if it has some. */
  readonly pictures?: string | undefined;
}

export type Route = 'card' | 'redirect' | 'picture';

/** What answers at a path, if anything of ours does. */
export function routeOf(pathname: string, { paths, basePath, pictures }: Mount): Route | undefined {
  const path = pathBehindBase(pathname, basePath, paths);
  if (path === paths.redirect) return 'redirect';
  if (pictures !== undefined && path.startsWith(paths.pictures)) return 'picture';
  const isName = /^[^/]+$/.test(sealedNameOf(path, paths) ?? '');
  return path === paths.card || isName ? 'card' : undefined;
}

/** Whether a path is one of the API's; there it is only where administrators are known. */
export function isApiPath(pathname: string, { paths, basePath }: Mount): boolean {
  const path = pathBehindBase(pathname, basePath, paths);
  return path === apiPath || path.startsWith(`${apiPath}/`);
}

/** The name of a sealed card, whatever it may hold. */
export function sealedNameOf(path: string, { sealed }: Paths): string | undefined {
  return path.startsWith(sealed) ? path.slice(sealed.length) : undefined;
}
