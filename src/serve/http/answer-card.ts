import fresh from 'fresh';
import type { ImageCache } from '../cache/image-cache.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import type { Camera } from '../../camera/camera.ts';
import { ExpiredUrlError } from '../../errors.ts';
import type { FallbackPictures } from '../fallback/fallback-pictures.ts';
import type { ServeSettings } from '../settings.ts';
import { type Answer, withoutBody } from './answer.ts';
import { authorize, type Permit } from './authorize.ts';
import { answerFailure } from './answer-failure.ts';
import { cardHeaders, etag, ignoredHeader, imageHeaders, storedHeaders } from './headers.ts';
import type { IdentifiedCard, Identifier } from './identify.ts';
import type { CardRecord } from './request-record.ts';
import { type Address, drainBody, parseAddress } from './parse.ts';
import { Timings } from './timings.ts';

/** All that a request needs, made once and shared. */
export interface Services {
  readonly config: ServeSettings;
  readonly templates: TemplateRegistry;
  readonly identifier: Identifier;
  readonly cache: ImageCache;
  readonly fallback: FallbackPictures;
  /** Opened by whoever needs it first; a failure to open is theirs to meet. */
  readonly camera: () => Promise<Camera>;
}

/**
 * The way of a request: read, allowed, identified; then its picture from the cache, or
 * photographed into it.
 */
export async function answerCard(request: Request, services: Services): Promise<Answer> {
  let address: Address | undefined;
  let permit: Permit | undefined;
  try {
    address = parseAddress(request, services.config);
    permit = authorize(address, services.config);
    return await findCard(request, address, permit, services);
  } catch (thrown) {
    return answerFailure(thrown, { request, address, permit }, services);
  }
}

async function findCard(
  request: Request,
  address: Address,
  permit: Permit,
  { config, identifier, cache, camera }: Services,
): Promise<Answer> {
  if (permit.isExpired) throw new ExpiredUrlError();
  await drainBody(request);
  const timings = new Timings();
  const studio = await camera();
  const { card, document } = await identifier.identify(address, studio.engine, timings);
  const headers = { ...cardHeaders(card, permit, config), ...ignoredHeader(address) };
  const record = recordOf(card);
  if (isFresh(request, card)) {
    return { status: 304, headers, body: null, record: { ...record, cache: 'not-modified' } };
  }
  const render = async (signal: AbortSignal) =>
    studio.take(document ?? (await identifier.document(address)), card.format, signal);
  const found = await cache.getOrRender(card.storeKey, render, request.signal);
  timings.addScreenshot(found.timings);
  const { bytes } = found.image;
  Object.assign(headers, imageHeaders(bytes, card.format), storedHeaders(card, found), timings.headers());
  const { phases } = timings;
  const answer = { status: 200, headers, body: bytes, record: { ...record, cache: found.origin, phases } };
  return withoutBody(answer, request.method);
}

function recordOf({ template, variant, format, missingGlyphs, missingImages }: IdentifiedCard): CardRecord {
  return {
    template,
    variant,
    format,
    missingGlyphs: missingGlyphs.length,
    missingImages: missingImages.length,
  };
}

/** POST has no 304: Cloudinary needs its image every time. */
function isFresh(request: Request, { key }: IdentifiedCard): boolean {
  const noneMatch = request.headers.get('if-none-match');
  if (request.method === 'POST' || !noneMatch) return false;
  return fresh({ 'if-none-match': noneMatch }, { etag: etag(key) });
}
