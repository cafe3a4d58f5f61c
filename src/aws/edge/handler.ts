// The function that CloudFront runs before it looks into any cache. Its language is narrow (no
// destructuring, no `for … of`, no classes, no `URL`): bundling it fails where it says more.
import cf from 'cloudfront';
import { acceptClass, acceptOf } from '../../pictures/sized/negotiate.ts';
import { limits } from '../../serve/limits.ts';
import type { EdgeEvent, EdgeRequest, EdgeResponse } from './event.ts';
import { authorizationHeader, defaultPictureKey, longNameParameter, secretsKey } from './names.ts';
import { isSealedName, isSigned, readQuery, sha256 } from './verify.ts';

const store = cf.kvs();

/**
 * Lets a card through that was signed by us and has not expired, as the server itself would, and
 * takes off what was signed: one picture is one cache entry. What is no card gets the default
 * picture, all of it under one address; a picture of the site's own, and what administrators ask, is
 * for the server to give or refuse. The rest, and all where there is no secret, is refused.
 */
export async function handler(event: EdgeEvent): Promise<EdgeRequest | EdgeResponse> {
  const request = event.request;
  try {
    if (PICTURES_PREFIX && request.uri.startsWith(PICTURES_PREFIX)) return classed(request);
    if (API_PATH && (request.uri + '/').startsWith(API_PATH + '/')) return forAdministrators(request);
    if (!request.uri.startsWith(SEALED_PREFIX)) return led(request, await store.get(defaultPictureKey));
    const query = request.rawQueryString() || '';
    const name = request.uri.slice(SEALED_PREFIX.length);
    if (request.uri.length + 1 + query.length > limits.urlBytes || !isSealedName(name)) return refusal();
    const given = readQuery(request.uri, query);
    if (given === undefined || !isSigned(given, await store.get(secretsKey))) return refusal();
    if (given.expiresAt > 0 && given.expiresAt * 1000 <= Date.now()) return refusal();
    return name.length > limits.objectNameBytes ? shortened(request, name) : led(request, request.uri);
  } catch {
    return refusal();
  }
}

/** Of all that browsers say they show, three headers are left: as many copies a cache keeps. */
function classed(request: EdgeRequest): EdgeRequest {
  const given = request.headers['accept'];
  request.headers['accept'] = { value: acceptOf[acceptClass(given && given.value)] };
  return request;
}

/** CloudFront signs for the renderer in the place where the viewer says who asks. */
function forAdministrators(request: EdgeRequest): EdgeRequest {
  const said = request.headers['authorization'];
  delete request.headers[authorizationHeader];
  if (said) request.headers[authorizationHeader] = said;
  return request;
}

function led(request: EdgeRequest, uri: string): EdgeRequest {
  request.uri = uri;
  request.querystring = {};
  return request;
}

/** A name that no bucket takes, as `objectName` has it; the renderer gets the whole one beside it. */
function shortened(request: EdgeRequest, name: string): EdgeRequest {
  led(request, SEALED_PREFIX + sha256(name) + name.slice(name.indexOf('.')));
  request.querystring[longNameParameter] = { value: name };
  return request;
}

function refusal(): EdgeResponse {
  return {
    statusCode: 403,
    statusDescription: 'Forbidden',
    headers: {
      'content-type': { value: 'text/plain; charset=utf-8' },
      'cache-control': { value: 'no-store' },
      'x-content-type-options': { value: 'nosniff' },
    },
    body: { encoding: 'text', data: 'The signature does not fit this URL.\n' },
  };
}
