import fresh from 'fresh';
import { renderDocument } from '../card/document.ts';
import { type CacheKey, cacheKey } from '../card/key.ts';
import type { TemplateRegistry } from '../card/registry.ts';
import { resolveCard } from '../card/resolve.ts';
import type { Camera } from '../chromium/camera.ts';
import type { Config } from '../config.ts';
import { authorize } from './authorize.ts';
import { errorResponse } from './error-response.ts';
import { etag, imageHeaders, validatorHeaders } from './headers.ts';
import { drainBody, parseCardRequest } from './parse.ts';
import { Timings } from './timings.ts';

/** All that a request needs, made once and shared. */
export interface Services {
  readonly config: Config;
  readonly templates: TemplateRegistry;
  readonly camera: Promise<Camera>;
}

/** The way of a request: read, allowed, looked up, written as a document, photographed. */
export async function respond(request: Request, services: Services): Promise<Response> {
  try {
    return await answer(request, services);
  } catch (error) {
    return errorResponse(error, request.method, request.headers.get('accept'));
  }
}

async function answer(request: Request, { config, templates, camera }: Services): Promise<Response> {
  const timings = new Timings();
  const card = await timings.measure('parse', async () => {
    const cardRequest = parseCardRequest(request, templates.names);
    authorize(request, config);
    await drainBody(request);
    return resolveCard(cardRequest, templates);
  });
  const document = await timings.measure('html', () => renderDocument(card));
  const studio = await camera;
  const key = cacheKey(document, card.format, studio.engine);
  if (isFresh(request, key)) {
    return new Response(null, { status: 304, headers: validatorHeaders(key, config, timings) });
  }
  const { bytes, timings: spent } = await studio.take(document, card.format, request.signal);
  timings.add('queue', spent.queueMs);
  timings.add('cold', spent.coldStartMs);
  timings.add('frame', spent.frameMs);
  timings.add('encode', spent.encodeMs);
  const headers = { ...validatorHeaders(key, config, timings), ...imageHeaders(bytes, card.format) };
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers });
}

/** POST has no 304: Cloudinary needs its image every time. */
function isFresh(request: Request, key: CacheKey): boolean {
  const noneMatch = request.headers.get('if-none-match');
  if (request.method === 'POST' || !noneMatch) return false;
  return fresh({ 'if-none-match': noneMatch }, { etag: etag(key) });
}
