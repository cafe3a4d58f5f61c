import { ImageNotAllowedError, ImageUnavailableError } from '../errors.ts';
import { warn } from '../system/report.ts';
import type { Pictures } from '../card/pictures/pictures.ts';

/** Larger than any picture that is seen whole. */
const maxPixelsSide = 2048;

/** One that shows nothing, and keeps its place. */
const nothing = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

// Written by a renderer, which quotes every attribute and escapes every quote inside of it.
const addresses =
  /(?<=\s(?:src|href|xlink:href)=")(?:https?:)?\/\/[^"]+|(?<=url\((?:&quot;|')?)(?:https?:)?\/\/(?:(?!&quot;)[^"'()\s])+/gi;

/**
 * Puts pictures in the place of their addresses. One that cannot be had shows nothing, and is
 * told to whoever runs this.
 */
export async function inlinePictures(html: string, pictures: Pictures): Promise<string> {
  const found = new Set(Array.from(html.matchAll(addresses), ([address]) => address));
  const fetched = new Map(
    await Promise.all(
      [...found].map(async (address) => [address, await fetchPicture(address, pictures)] as const),
    ),
  );
  return html.replaceAll(addresses, (address) => fetched.get(address)!);
}

async function fetchPicture(address: string, pictures: Pictures): Promise<string> {
  const url = address.replaceAll('&amp;', '&').replace(/^\/\//, 'https://');
  try {
    return await pictures.get(url, maxPixelsSide);
  } catch (error) {
    if (!(error instanceof ImageNotAllowedError || error instanceof ImageUnavailableError)) throw error;
    const [name = ''] = url.split(/[?#]/, 1); // a query may hold the key to the picture
    warn(`ImageResponse: a picture could not be had: ${name.slice(0, 200)}: ${error.reason}`);
    return nothing;
  }
}
