import type { JWTVerifyGetKey } from 'jose';
import { GuardUnavailableError } from '../../errors.ts';
import type { JwtSettings } from './settings.ts';

/** Those with a public key: whoever can verify with one cannot sign. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
/** Clocks differ by so much. */
const clockToleranceSeconds = 30;
const keysTimeoutMs = 5_000;

/** jose's names for keys that could not be had, in place of a token that is wrong. */
const withoutKeys: readonly unknown[] = ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID'];

/**
 * Tells good JWTs from others. The keys are fetched when a token needs them, kept, and fetched
 * again for a token that names another one, twice a minute at most.
 */
export function openJwtCheck({ jwks, issuer, audience }: JwtSettings): (token: string) => Promise<boolean> {
  let keys: JWTVerifyGetKey | undefined;
  return async (token) => {
    const { createRemoteJWKSet, errors, jwtVerify } = await import('jose');
    keys ??= createRemoteJWKSet(new URL(jwks), { timeoutDuration: keysTimeoutMs });
    try {
      await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp'],
      });
      return true;
    } catch (error) {
      if (error instanceof errors.JOSEError && !withoutKeys.includes(error.code)) return false;
      throw new GuardUnavailableError(error);
    }
  };
}
