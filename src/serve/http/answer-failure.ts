import { isbot } from 'isbot';
import Negotiator from 'negotiator';
import type { TemplateRegistry } from '../../card/registry.ts';
import { sizesOf } from '../../card/sizes.ts';
import { imageFormats, variants, type Viewport } from '../../card/variants.ts';
import { type CardstockError, ExpiredUrlError, RequestAbortedError } from '../../errors.ts';
import type { FallbackPicture, FallbackPictures, PictureSize } from '../fallback/fallback-pictures.ts';
import type { ServeSettings } from '../settings.ts';
import { type Answer, withoutBody } from './answer.ts';
import type { Permit } from './authorize.ts';
import { fallbackStatus } from './cache-status.ts';
import { asCardstockError, answerError, prefersJson, reportTrouble } from './answer-error.ts';
import { answerFault } from './answer-fault.ts';
import { commonHeaders, fallbackCached, imageHeaders, neverCached } from './headers.ts';
import type { CardRecord } from './request-record.ts';
import { type Address, type AskedCard, readCard } from './parse.ts';

/** What was known of a request when it failed. */
export interface FailedRequest {
  readonly request: Request;
  readonly address: Address | undefined;
  readonly permit: Permit | undefined;
}

export interface FailureServices {
  readonly fallback: FallbackPictures;
  readonly templates: TemplateRegistry;
  readonly config: Pick<ServeSettings, 'production'>;
}

/**
 * The answer to a request that came to nothing: a picture in place of the card for those who
 * came for one and are not to blame, and the error in words for everybody else. Outside of
 * production whoever asks is at work on a template, and is told what is wrong with it.
 *
 * What will be well in a moment is told browsers as 503: they ask again, and no cache on the way
 * keeps a stand-in under the good address. Crawlers would remember an error, and get a picture.
 */
export async function answerFailure(
  thrown: unknown,
  failed: FailedRequest,
  { fallback, templates, config }: FailureServices,
): Promise<Answer> {
  const { request, address } = failed;
  const error = request.signal.aborted ? new RequestAbortedError(thrown) : asCardstockError(thrown);
  reportTrouble(error);
  if (!config.production && error.status >= 500) return answerFault(error, request);
  if (isMomentary(error) && !isCrawler(request)) return inWords(error, request, {});
  const asked = address && read(address, templates);
  if (!asked?.strict && !address?.isExplained && comesForPicture(request)) {
    if (error.status === 403) return withoutBody(refusal(await fallback.drawn()), request.method);
    if (isOurFault(error, failed)) {
      const picture = await fallback.picture(sizeOf(asked, templates));
      const record = { ...recordOf(asked, templates), fallback: error.code };
      return { ...withoutBody(standIn(error, picture), request.method), record };
    }
  }
  return inWords(error, request, recordOf(asked, templates));
}

function inWords(error: CardstockError, { method, headers }: Request, record: CardRecord): Answer {
  const answer = answerError(error, method, headers.get('accept'));
  return { ...answer, record: { ...record, ...answer.record } };
}

/** Too much to do, or a browser that has just died: seconds later it is over. */
function isMomentary({ status }: CardstockError): boolean {
  return status === 503;
}

function isCrawler({ headers }: Request): boolean {
  return isbot(headers.get('user-agent'));
}

/** A name that a stranger made up is none of ours. */
function recordOf(asked: AskedCard | undefined, templates: TemplateRegistry): CardRecord {
  const template = templates.names.find((name) => name === asked?.request.template);
  return template === undefined ? {} : { template };
}

/**
 * Ours: whatever goes wrong on our side, a URL of ours that has expired, and one whose
 * template has changed too much or gone since. Not ours: a URL somebody else put together.
 */
function isOurFault(error: CardstockError, { address, permit }: FailedRequest): boolean {
  const isOurUrl = permit?.isSigned && address?.sealedName !== undefined;
  return error.status >= 500 || error instanceof ExpiredUrlError || Boolean(isOurUrl && error.status >= 400);
}

/**
 * Crawlers and image elements come for a picture, and so does anyone who takes whatever the
 * URL is of. A POST comes from Cloudinary, which would keep a stand-in for good: it gets the error.
 */
function comesForPicture(request: Request): boolean {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  const accept = headers.get('accept');
  if (prefersJson(accept)) return false;
  if (isCrawler(request)) return true;
  const kinds = [...imageFormats.map((format) => `image/${format}`), 'text/plain'];
  const preferred = new Negotiator({ headers: { ...(accept && { accept }) } }).mediaType(kinds);
  return preferred?.startsWith('image/') ?? false;
}

/** A whole card of the size that was asked for, as a success: a crawler remembers an error as no image. */
function standIn(error: CardstockError, picture: FallbackPicture): Answer {
  const cached = isMomentary(error) ? neverCached : fallbackCached;
  const headers = { ...cached, 'cache-status': fallbackStatus(error) };
  return answerPicture(picture, 200, headers);
}

/** A stranger's URL shows the same picture whatever it asked for, and stays refused. */
function refusal(picture: FallbackPicture): Answer {
  return answerPicture(picture, 403, neverCached);
}

function answerPicture(
  { bytes, format }: FallbackPicture,
  status: number,
  headers: Record<string, string>,
): Answer {
  const all = { ...commonHeaders, ...headers, ...imageHeaders(bytes, format), vary: 'accept, user-agent' };
  return { status, headers: all, body: bytes };
}

function read(address: Address, templates: TemplateRegistry): AskedCard | undefined {
  try {
    return readCard(address, templates.names);
  } catch {
    return undefined; // it may be just what failed
  }
}

function sizeOf(asked: AskedCard | undefined, templates: TemplateRegistry): PictureSize {
  const { template, variant, format } = asked?.request ?? {};
  const design = Array.from(templates).find(({ name }) => name === template);
  const sizes = design ? sizesOf(design) : variants;
  const asksFor = variant ?? design?.viewport ?? 'og';
  const name = Object.hasOwn(sizes, asksFor) ? asksFor : 'og';
  return {
    variant: name,
    viewport: (sizes as Record<string, Viewport>)[name]!,
    format: imageFormats.find((name) => name === format) ?? 'jpeg',
  };
}
