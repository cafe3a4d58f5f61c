import type { CardRequest } from '../../card/resolve.ts';
import {
  BodyTooLargeError,
  DamagedUrlError,
  InvalidParameterError,
  MalformedRequestError,
  MethodNotAllowedError,
  NotFoundError,
  UrlTooLongError,
} from '../../errors.ts';
import { limits } from '../limits.ts';
import { type LenientQuery, readLeniently } from './lenient-query.ts';
import { type Mount, pathBehindBase, sealedNameOf } from '../url/paths.ts';
import { explainParameter } from '../url/query-url.ts';
import { decodePayload } from '../url/payload.ts';
import { splitSealedName } from '../url/sealed-url.ts';

export const methods = ['GET', 'HEAD', 'POST'] as const;

/** A URL in its parts. Nothing of it has been believed yet. */
export interface Address {
  /** Behind what the server is mounted below. */
  readonly pathname: string;
  /** What follows the path of sealed cards. */
  readonly sealedName: string | undefined;
  /** Whether readable cards are answered here. */
  readonly isReadable: boolean;
  /** All is to be told of the card, and its picture is not wanted: a readable URL with `&explain`. */
  readonly isExplained: boolean;
  /** The query without `explain`, `exp` and `sig`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly exp: string | undefined;
  readonly sig: string | undefined;
  /** Path and query without `exp` and `sig`: the same for the same card. */
  readonly target: string;
  /** What `sig` must be a signature of: the target with `exp`. */
  readonly signedPart: string;
  /** Whether the URL is spelled the one way that is signed: form encoding, `exp`, then `sig`. */
  readonly isCanonical: boolean;
  /** Parameters that were given and count for nothing. */
  readonly ignored: readonly string[];
}

/**
 * @throws {MethodNotAllowedError} another method than `allowed`.
 * @throws {UrlTooLongError} more than `limits.urlBytes`.
 * @throws {InvalidParameterError} a parameter is repeated.
 */
export function parseAddress(
  request: Request,
  { paths, basePath }: Mount,
  allowed: readonly string[] = methods,
): Address {
  if (!allowed.includes(request.method)) throw new MethodNotAllowedError(allowed);
  const { pathname: path, search, searchParams } = new URL(request.url);
  if (path.length + search.length > limits.urlBytes) throw new UrlTooLongError(limits.urlBytes);
  const pathname = pathBehindBase(path, basePath, paths);
  const isReadable = pathname === paths.card || pathname === paths.redirect;
  const sealedName = isReadable ? undefined : sealedNameOf(pathname, paths);
  const { pairs, ignored } = isReadable
    ? readLeniently(searchParams)
    : { pairs: [...searchParams], ignored: [] };
  // Only as a word alone: a prop may be called like it.
  const isExplained = pathname === paths.card && searchParams.get(explainParameter) === '';
  const { exp, sig, ...parameters } = readOnce(pairs);
  if (isExplained) delete parameters[explainParameter];
  const target = withQuery(pathname, parameters);
  const signedPart = withQuery(pathname, {
    ...parameters,
    ...(isExplained && { [explainParameter]: '' }),
    ...(exp !== undefined && { exp }),
  });
  const isCanonical = withQuery(signedPart, sig === undefined ? {} : { sig }) === `${pathname}${search}`;
  return {
    pathname,
    sealedName,
    isReadable,
    isExplained,
    parameters,
    exp,
    sig,
    target,
    signedPart,
    isCanonical,
    ignored: ignored.filter((name) => !isExplained || name !== explainParameter),
  };
}

/** A path with parameters, in the one spelling that is signed. */
export function withQuery(path: string, parameters: Readonly<Record<string, string>>): string {
  if (Object.keys(parameters).length === 0) return path;
  const query = new URLSearchParams(parameters).toString();
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

/** Which of two values would count is anybody's guess, and a cache's guess may differ from ours. */
function readOnce(pairs: LenientQuery['pairs']): Record<string, string> {
  const parameters = Object.create(null) as Record<string, string>;
  for (const [name, value] of pairs) {
    if (name in parameters) throw new InvalidParameterError(name, 'was given more than once');
    parameters[name] = value;
  }
  return parameters;
}

/** What an address asks for; the last two are known of sealed addresses only. */
export interface AskedCard {
  readonly request: CardRequest;
  readonly version?: Buffer;
  readonly strict?: boolean;
}

/**
 * Reads the card out of an address: `/og/<payload>.<ext>` or the readable form, wherever these are mounted.
 *
 * @throws {NotFoundError} it is neither.
 * @throws {DamagedUrlError} the sealed form, broken.
 * @throws {InvalidParameterError} the readable form without `template`, or parameters at a sealed one.
 */
export function readCard(address: Address, templateNames: readonly string[]): AskedCard {
  if (address.sealedName !== undefined) return readSealed(address.sealedName, address);
  if (!address.isReadable) throw new NotFoundError();
  const { template, variant, format, lang, example, ...props } = address.parameters;
  if (!template) throw new InvalidParameterError('template', 'is required', templateNames);
  return { request: { template, variant, format, lang, example, props } };
}

function readSealed(sealedName: string, { parameters }: Address): AskedCard {
  const [extra] = Object.keys(parameters);
  if (extra !== undefined) throw new InvalidParameterError(extra, 'a sealed URL takes none', ['exp', 'sig']);
  const name = splitSealedName(sealedName);
  if (!name) throw new DamagedUrlError();
  const { card, version, strict } = decodePayload(name.payload);
  return { request: { ...card, format: name.format, isComplete: true }, version, strict };
}

/**
 * Reads a body to its end and forgets it, so that the connection can go on.
 *
 * @throws {BodyTooLargeError} more than `limits.bodyBytes`; the rest is not read.
 */
export async function drainBody(request: Request): Promise<void> {
  if (!request.body) return;
  let bytes = 0;
  try {
    for await (const chunk of request.body) {
      bytes += chunk.byteLength;
      if (bytes > limits.bodyBytes) throw new BodyTooLargeError(limits.bodyBytes);
    }
  } catch (error) {
    throw error instanceof BodyTooLargeError ? error : new MalformedRequestError(error);
  }
}
