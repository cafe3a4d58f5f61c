/** What a path may hold beside letters and digits, and people expect to see as it is. */
const plain = /%(?:21|24|26|27|28|29|2A|2B|2C|3B|3D|3A|40)/g;

/**
 * Where a file of the site will live: `index.html` at its folder, others under their name. For
 * a site below a path, `siteUrl` ends in a slash.
 */
export function pageUrl(path: string, siteUrl: URL): string {
  const address = path.replace(/(^|\/)index\.x?html?$/, '$1');
  const segments = address.split('/').map(encodeSegment);
  return new URL(segments.join('/').replace(/^(?=[^/]*:)/, './') || './', siteUrl).href;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replaceAll(plain, decodeURIComponent);
}

/** An address that a page names, if it lies on the site; with the site's scheme, without a password or a fragment. */
export function addressOnSite(address: string, base: string, siteUrl: URL): string | undefined {
  const url = absolute(address, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.host !== siteUrl.host) return undefined;
  if (!`${url.pathname}/`.startsWith(siteUrl.pathname)) return undefined;
  url.protocol = siteUrl.protocol;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

export function absolute(address: string, base: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}
