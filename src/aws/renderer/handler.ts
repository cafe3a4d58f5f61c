import type { Cardstock } from '../../cardstock.ts';
import { tagHeader, tagHeaderOfS3 } from '../../serve/cache/tags.ts';
import type { Answer } from '../../serve/http/answer.ts';
import {
  addressOf,
  type FunctionUrlEvent,
  type FunctionUrlResult,
  isFunctionUrlEvent,
  toRequest,
  toResult,
} from '../../serve/platforms/aws/function-url.ts';
import { objectName } from '../../serve/url/object-name.ts';
import { isApiPath, routeOf, sealedNameOf } from '../../serve/url/paths.ts';
import { authorizationHeader, defaultPicturePath, longNameParameter } from '../edge/names.ts';
import { defaultPicture, placeDefaultPicture } from './default-picture.ts';
import { type MetricsOptions, tellMetrics } from './metrics.ts';

/** @default service: `CARDSTOCK_SERVICE` */
export type LambdaHandlerOptions = Partial<MetricsOptions>;

/** Of an image generator, what makes pictures. */
export type Renderer = Pick<Cardstock, 'answers' | 'config' | 'probes' | 'render'>;

export type LambdaHandler = (event: unknown) => Promise<FunctionUrlResult>;

/**
 * The renderer behind a bucket: CloudFront asks for what the bucket lacks, and has let through
 * only what was signed. It makes the card, which its store (`CARDSTOCK_STORE`, the same bucket)
 * keeps where its URL leads, and answers with it; never with a redirect, which a CDN would keep,
 * and never with a stand-in, which would be kept under the good address: errors stay errors
 * here, and CloudFront has a picture for them.
 *
 * Called without a request, as a deployment does, it draws a card and puts the default picture
 * into its place: what cannot draw is not deployed.
 */
export function lambdaHandler(cardstock: Renderer, options: LambdaHandlerOptions = {}): LambdaHandler {
  const { service = process.env['CARDSTOCK_SERVICE'] ?? 'cardstock' } = options;
  tellMetrics({ ...options, service });

  async function prepare(): Promise<FunctionUrlResult> {
    await cardstock.probes['card']!();
    const picture = await defaultPicture(cardstock);
    await placeDefaultPicture(picture, cardstock.config);
    return toResult({ ...picture, body: null }, 'GET');
  }

  async function answer(event: FunctionUrlEvent): Promise<FunctionUrlResult> {
    const { method } = event.requestContext.http;
    if (event.rawPath === defaultPicturePath) return toResult(await defaultPicture(cardstock), method);
    const { answers, config } = cardstock;
    if (answers.api && isApiPath(event.rawPath, config))
      return toResult(pastErrorPages(await answers.api(toRequest(withAuthorization(event)))), method);
    if (answers.picture && routeOf(event.rawPath, config) === 'picture')
      return toResult(taggedForCloudFront(await answers.picture(toRequest(event))), method);
    const url = wholeAddress(addressOf(event), cardstock);
    const headers = { accept: 'application/json' }; // the CDN is no browser: what fails is told in words
    return toResult(taggedForCloudFront(await answers.card(new Request(url, { headers }))), method);
  }

  return (event) => (isFunctionUrlEvent(event) ? answer(event) : prepare());
}

/** What a viewer says, in the place of what CloudFront says for itself. */
function withAuthorization(event: FunctionUrlEvent): FunctionUrlEvent {
  const { [authorizationHeader]: authorization, ...headers } = event.headers ?? {};
  return authorization === undefined ? event : { ...event, headers: { ...headers, authorization } };
}

/**
 * CloudFront puts the default picture in the place of what is not there or went wrong, whatever
 * is asked, and would tell a program that all is well.
 */
function pastErrorPages({ status, ...answer }: Answer): Answer {
  const told = status === 404 ? 410 : status === 503 ? 429 : status >= 500 ? 424 : status;
  return { ...answer, status: told };
}

/** CloudFront reads tags from one header for all of its origins, and S3 has no say in what it calls its own. */
function taggedForCloudFront({ headers, ...answer }: Answer): Answer {
  const { [tagHeader]: tags } = headers;
  return { ...answer, headers: { ...headers, ...(tags !== undefined && { [tagHeaderOfS3]: tags }) } };
}

/** With the name that was too long for a key, where it is the one that the key is of. */
function wholeAddress(url: URL, { config }: Pick<Cardstock, 'config'>): URL {
  const whole = url.searchParams.get(longNameParameter);
  url.search = '';
  if (whole !== null && objectName(whole) === sealedNameOf(url.pathname, config.paths))
    url.pathname = config.paths.sealed + whole;
  return url;
}
