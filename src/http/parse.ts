import type { CardRequest } from '../card/resolve.ts';
import {
  BodyTooLargeError,
  InvalidParameterError,
  MalformedRequestError,
  MethodNotAllowedError,
  UrlTooLongError,
} from '../errors.ts';
import { limits } from './limits.ts';

export const methods = ['GET', 'HEAD', 'POST'] as const;

/**
 * Reads the card out of the URL, whatever the method: Cloudinary posts, people get.
 *
 * @throws {MethodNotAllowedError} another method than GET, HEAD or POST.
 * @throws {UrlTooLongError} more than `limits.urlBytes`.
 * @throws {InvalidParameterError} a parameter is repeated, or `template` is missing.
 */
export function parseCardRequest(request: Request, templateNames: readonly string[]): CardRequest {
  if (!methods.some((method) => method === request.method)) throw new MethodNotAllowedError(methods);
  const { pathname, search, searchParams } = new URL(request.url);
  if (pathname.length + search.length > limits.urlBytes) throw new UrlTooLongError(limits.urlBytes);
  const parameters = readOnce(searchParams);
  const { template, variant, format, ...props } = parameters;
  if (!template) throw new InvalidParameterError('template', 'is required', templateNames);
  return { template, variant, format, props };
}

/** Which of two values would count is anybody's guess, and a cache's guess may differ from ours. */
function readOnce(searchParams: URLSearchParams): Record<string, string> {
  const parameters = Object.create(null) as Record<string, string>;
  for (const [name, value] of searchParams) {
    if (name in parameters) throw new InvalidParameterError(name, 'was given more than once');
    parameters[name] = value;
  }
  return parameters;
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
