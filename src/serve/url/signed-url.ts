import { sign } from './signature.ts';

export interface SigningOptions {
  /** From when on the URL is refused, in seconds since 1970. @default never */
  readonly expiresAt?: number | undefined;
}

/**
 * Adds `exp` and `sig` to a path. Without a secret the path stays as it is, for servers that
 * accept unsigned requests.
 */
export function signedUrl(path: string, secret: string | undefined, options: SigningOptions = {}): string {
  if (secret === undefined) return path;
  const { expiresAt } = options;
  const mark = path.includes('?') ? '&' : '?';
  const signedPart = expiresAt === undefined ? path : `${path}${mark}exp=${Math.floor(expiresAt)}`;
  return `${signedPart}${signedPart.includes('?') ? '&' : '?'}sig=${sign(signedPart, secret)}`;
}
