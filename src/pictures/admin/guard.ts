import { createHash, timingSafeEqual } from 'node:crypto';
import { UnauthorizedError } from '../../errors.ts';
import { openJwtCheck } from './jwt-check.ts';
import type { AdminSettings } from './settings.ts';

/** Lets administrators through. Nothing here reads a cookie, so no page of elsewhere can ask in their name. */
export type Guard = (request: Request) => Promise<void>;

/** Of a token: what is longer is no token, and not looked at. */
const maxTokenLength = 8_192;

/** Takes the token of the settings, or a JWT of whom they trust; nobody where they have neither. */
export function openGuard({ adminToken, adminJwt }: AdminSettings): Guard {
  const isToken = adminToken === undefined ? () => false : equalTo(adminToken);
  const isJwt = adminJwt && openJwtCheck(adminJwt);
  const jwtHeader = adminJwt?.header ?? 'Authorization';
  /**
   * @throws {UnauthorizedError} there is no token, or none of ours.
   * @throws {GuardUnavailableError} whether a JWT is good cannot be told now.
   */
  return async ({ headers }) => {
    const token = tokenIn(headers, 'Authorization');
    if (token !== undefined && isToken(token)) return;
    const jwt = tokenIn(headers, jwtHeader);
    if (jwt !== undefined && (await isJwt?.(jwt))) return;
    throw new UnauthorizedError(token !== undefined || jwt !== undefined);
  };
}

/** A header of somebody's own, as Cloudflare Access has one, holds the token and nothing else. */
function tokenIn(headers: Headers, name: string): string | undefined {
  const value = headers.get(name) ?? '';
  const token = name.toLowerCase() === 'authorization' ? /^Bearer +(\S+)$/i.exec(value)?.[1] : value;
  return token !== undefined && token !== '' && token.length <= maxTokenLength ? token : undefined;
}

/** Digests are of one length, whatever was given, and are compared in constant time. */
function equalTo(token: string): (given: string) => boolean {
  const expected = digest(token);
  return (given) => timingSafeEqual(expected, digest(given));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
