import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The scheme Cloudflare publishes for private images: HMAC-SHA256 over the path and the
 * query, in hexadecimal. `exp` is part of the query; `sig` comes last and is not.
 */
export function sign(pathAndQuery: string, secret: string): string {
  return createHmac('sha256', secret).update(pathAndQuery).digest('hex');
}

/**
 * Finds the secret that made a signature. Every secret is tried and all 32 bytes are compared
 * in constant time, so an answer takes as long for a near miss as for nonsense.
 */
export function signerOf(
  pathAndQuery: string,
  signature: string,
  secrets: readonly string[],
): string | undefined {
  if (!/^[0-9a-f]{64}$/.test(signature)) return undefined;
  const given = Buffer.from(signature, 'hex');
  const fits = (secret: string) => timingSafeEqual(given, Buffer.from(sign(pathAndQuery, secret), 'hex'));
  return secrets.filter(fits)[0];
}

/** Names a secret without telling it: for the start-up line, so that a rotation can be followed. */
export function keyId(secret: string): string {
  return createHash('sha256').update(`cardstock key ${secret}`).digest('hex').slice(0, 8);
}
