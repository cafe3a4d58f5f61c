import fresh from 'fresh';
import { ExpiredUrlError, NotFoundError, RequestAbortedError } from '../../errors.ts';
import { yearSeconds } from '../../serve/cache/for-good.ts';
import { tagHeader, tagsOf } from '../../serve/cache/tags.ts';
import type { CachedCard } from '../../serve/cache/image-cache.ts';
import { type Answer, withoutBody } from '../../serve/http/answer.ts';
import { answerError, asCardstockError, reportTrouble } from '../../serve/http/answer-error.ts';
import type { Permit } from '../../serve/http/authorize.ts';
import { cacheStatus } from '../../serve/http/cache-status.ts';
import type { ClientLimit } from '../../serve/http/client-limit.ts';
import { clientOf } from '../../serve/http/client.ts';
import { commonHeaders, fittedHeader, imageHeaders, maxAge } from '../../serve/http/headers.ts';
import { parseAddress } from '../../serve/http/parse.ts';
import type { ServeSettings } from '../../serve/settings.ts';
import { acceptClass } from './negotiate.ts';
import { authorizePicture, isPrivate } from './privacy.ts';
import { type AskedPicture, readPictureAddress } from './read-address.ts';
import type { ChosenPicture, SizedPictures } from './sized-pictures.ts';

export interface PictureServices {
  readonly config: ServeSettings;
  /** Nothing where the site has none. */
  readonly pictures: SizedPictures | undefined;
  readonly limit?: ClientLimit | undefined;
}

type Headers = Record<string, string>;

const daySeconds = 86_400;
/** Of refusals that come before a request has been counted. */
const uncounted: readonly number[] = [400, 403, 404];

/** What is known of a request once it ends. */
interface Standing {
  permit?: Permit;
}

/** The way of a picture: read, allowed, found; then from the cache, or made. Errors are told in words. */
export async function answerPicture(request: Request, services: PictureServices): Promise<Answer> {
  const standing: Standing = {};
  try {
    return await findPicture(request, services, standing);
  } catch (thrown) {
    const error = request.signal.aborted
      ? new RequestAbortedError(thrown)
      : refusal(thrown, request, services, standing);
    reportTrouble(error);
    return answerError(error, request.method, request.headers.get('accept'));
  }
}

/** To look for what is not there costs a look at each of its possible names: nobody may do so without end. */
function refusal(thrown: unknown, request: Request, { limit }: PictureServices, { permit }: Standing) {
  const error = asCardstockError(thrown);
  const isCounted = limit && !permit?.isSigned && uncounted.includes(error.status);
  return isCounted ? limit.held(clientOf(request), error) : error;
}

async function findPicture(
  request: Request,
  { config, pictures, limit }: PictureServices,
  standing: Standing,
): Promise<Answer> {
  const address = parseAddress(request, config, ['GET', 'HEAD']);
  if (!pictures) throw new NotFoundError();
  const asked = readPictureAddress(address, config.paths.pictures, pictures.rules);
  const { permit, allowed } = authorizePicture(address, asked, pictures.rules, config);
  standing.permit = permit;
  if (permit.isExpired) throw new ExpiredUrlError();
  const chosen = await pictures.choose(allowed, acceptClass(request.headers.get('accept')));
  const isSecret = isPrivate({ base: chosen.original.path, size: chosen.size }, pictures.rules);
  const headers = headersOf(chosen, asked, lifetimeOf(chosen, asked, permit, isSecret), config);
  const record = { variant: chosen.size.name };
  if (isFresh(request, headers)) {
    return { status: 304, headers, body: null, record: { ...record, cache: 'not-modified' } };
  }
  if (!permit.isSigned) limit?.spend(clientOf(request));
  const found = await pictures.get(chosen, request.signal);
  const { bytes, format } = found.image;
  const answer = {
    status: 200,
    headers: { ...headers, ...imageHeaders(bytes, format), ...foundHeaders(found) },
    body: bytes,
    record: { ...record, format, cache: found.origin },
  };
  return withoutBody(answer, request.method);
}

/** All that is known of a picture before it is had, which is what a 304 says. */
function headersOf(
  chosen: ChosenPicture,
  asked: AskedPicture,
  lifetime: string,
  { netlify, production }: ServeSettings,
): Headers {
  const tags = tagsOf({ image: chosen.original.path, variant: chosen.size.name }).join();
  const isChosen = asked.format === undefined;
  return {
    ...commonHeaders,
    etag: `"${chosen.storeKey.slice(chosen.storeKey.lastIndexOf('/') + 1)}"`,
    'cache-control': lifetime,
    ...(isChosen && { vary: 'accept' }),
    ...(netlify && {
      'netlify-cdn-cache-control': lifetime.replace('public,', 'public, durable,'),
      'netlify-vary': `query=v|exp|sig${isChosen ? ',header=accept' : ''}`,
      'netlify-cache-tag': tags,
    }),
    ...(production && !netlify && { [tagHeader]: tags }),
  };
}

/**
 * A URL that carries the version of its content shows it for good; any other one may show
 * another picture tomorrow. What is private is kept by nobody on the way.
 */
function lifetimeOf(
  { urlVersion }: ChosenPicture,
  { version }: AskedPicture,
  { expiresAt }: Permit,
  isSecret: boolean,
): string {
  const isForGood = version === urlVersion;
  const seconds = maxAge(isForGood ? yearSeconds : daySeconds, expiresAt);
  const whose = isSecret ? 'private' : 'public';
  return `${whose}, max-age=${seconds}${isForGood && expiresAt === undefined ? ', immutable' : ''}`;
}

function foundHeaders(found: CachedCard): Headers {
  const { createdAt } = found.image;
  return {
    'last-modified': new Date(createdAt).toUTCString(),
    'cache-status': cacheStatus(found),
    ...fittedHeader(found.image),
  };
}

function isFresh(request: Request, { etag }: Headers): boolean {
  const noneMatch = request.headers.get('if-none-match');
  return noneMatch !== null && fresh({ 'if-none-match': noneMatch }, { etag });
}
