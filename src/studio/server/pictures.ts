import { type Request, Router } from 'express';
import { limitsForOwners } from '../../card/pictures/limits.ts';
import { reencodeImage } from '../../card/pictures/reencode.ts';
import type { Cardstock } from '../../cardstock.ts';
import { ConfigError, InvalidParameterError, UploadTooLargeError } from '../../errors.ts';
import { PictureLibrary } from '../../pictures/library.ts';
import type { Originals } from '../../pictures/originals/originals.ts';
import { openOriginals } from '../../pictures/originals/open-originals.ts';
import { readCounted } from '../../pictures/originals/read-counted.ts';
import type { PicturePurge } from '../../pictures/purge.ts';
import { pictureUrl } from '../../pictures/sized/picture-url.ts';
import { fullSize, sizeNames } from '../../pictures/sized/size.ts';
import { pictureTypes } from '../../pictures/verify/kinds.ts';
import type { SitePicture, SitePictures } from '../protocol.ts';
import type { Workshop } from './workshop.ts';

/** As many tiles as fill a screen. */
const pageLength = 48;
/** Of a tile, and of what a card is given. */
const sides: readonly string[] = ['320', '1200'];
/** In the place of an address of the site that nobody has said. */
const nowhere = 'http://site.invalid';

/** What was made of a picture is named by its content, so nothing is wrong with what is left of it here. */
const nothingElsewhere: PicturePurge = {
  image: () => Promise.resolve({ removed: 0 }),
  tag: () => Promise.resolve({ removed: 0 }),
};

/** The pictures of the site, for whoever works on it: what the API of administrators does, without its guard. */
export function answerPictures(workshop: Workshop): Router {
  const libraries = new WeakMap<Cardstock, PictureLibrary>();
  const library = () => {
    const cardstock = workshop.cardstock();
    const known = libraries.get(cardstock) ?? openLibrary(cardstock);
    libraries.set(cardstock, known);
    return known;
  };
  const router = Router();
  router.get('/pictures', async ({ query }, response) => {
    const { prefix, after } = query as Record<string, string>;
    const page = await library().list({
      ...(prefix && { prefix }),
      ...(after && { after }),
      limit: pageLength,
    });
    response.json(page satisfies SitePictures);
  });
  router.post('/pictures', async (request, response) => {
    const { maxBytes } = limitsForOwners;
    const bytes = await readCounted(request, maxBytes);
    if (!bytes) throw new UploadTooLargeError(maxBytes);
    const wish = { name: pathIn(request), types: pictureTypes, overwrite: false };
    const { path } = await library().store(await library().check(bytes, wish), wish);
    response.status(201).json({ path });
  });
  router.get('/picture', async (request, response) => {
    const path = pathIn(request);
    const { byteLength, width, height, type } = await library().describe(path);
    const addresses = await addressesOf(path, library().originals, workshop.cardstock());
    response.json({ path, byteLength, width, height, type, addresses } satisfies SitePicture);
  });
  router.delete('/picture', async (request, response) => {
    await library().remove(pathIn(request));
    response.json({});
  });
  router.get('/picture/small', async (request, response) => {
    const { bytes } = await library().read(pathIn(request));
    const side = sides.find((side) => side === request.query['side']) ?? sides[0];
    const small = await reencodeImage(bytes, { isOwn: true, maxPixelsSide: Number(side) });
    response.set('cache-control', 'private, max-age=86400'); // its address has the time of its file in it
    response.set('content-type', `image/${small.format}`).end(small.bytes);
  });
  return router;
}

/** @throws {ConfigError} nobody said where the pictures lie. */
function openLibrary({ config: { pictures, s3Endpoint } }: Cardstock): PictureLibrary {
  if (pictures === undefined)
    throw new ConfigError('OG_PICTURES is not set: it says where the pictures lie.');
  return new PictureLibrary(openOriginals(pictures, { s3Endpoint }), nothingElsewhere);
}

/** Without the address of the site they begin at its root. */
async function addressesOf(path: string, originals: Originals, { config }: Cardstock) {
  const rules = config.pictureRules;
  const siteUrl = config.siteUrl ?? nowhere;
  const terms = { originals, rules, config: { ...config, siteUrl } };
  const sizes = [...sizeNames(rules), fullSize.name];
  return Promise.all(
    sizes.map(async (size) => {
      const url = await pictureUrl(path, size, {}, terms);
      return { size, url: url.startsWith(nowhere) ? url.slice(nowhere.length) : url };
    }),
  );
}

function pathIn({ query }: Request): string {
  if (typeof query['path'] === 'string' && query['path'] !== '') return query['path'];
  throw new InvalidParameterError('path', 'is required');
}
