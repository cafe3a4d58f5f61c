import { join } from 'node:path';
import { decodePath } from '../../system/decode-path.ts';

/** Where a site lies now, and where it will live. */
export interface SitePlace {
  readonly folder: string;
  /** With a slash at its end. */
  readonly url: URL;
}

/** Whether an address is one of the site's, with or without `www.`, by either scheme. */
export function isOnSite({ url: site }: SitePlace, { protocol, hostname, pathname }: URL): boolean {
  const bare = (host: string) => host.replace(/^www\./, '');
  return (
    /^https?:$/.test(protocol) && bare(hostname) === bare(site.hostname) && pathname.startsWith(site.pathname)
  );
}

/** The file behind an address of the site; nothing for addresses of others. */
export function fileOnSite(place: SitePlace, address: string, base: string | URL): string | undefined {
  const path = pathOnSite(place, address, base);
  return path === undefined ? undefined : join(place.folder, path);
}

/** The same from the folder of the site, which it does not lead out of. */
export function pathOnSite(place: SitePlace, address: string, base: string | URL): string | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (!url || !isOnSite(place, url)) return undefined;
  const path = decodePath(url.pathname.slice(place.url.pathname.length));
  return path.split(/[/\\]/).includes('..') ? undefined : path;
}
