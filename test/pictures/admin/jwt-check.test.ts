import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJwtCheck } from '../../../src/pictures/admin/jwt-check.ts';

const [issuer, audience] = ['https://team.example', 'cardstock'];
const taken = ['RS256', 'RS512', 'PS256', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const others = ['ML-DSA-44'];

/** A password that a set of keys should never hold, and this one does. */
const password = Buffer.from('a password of thirty-two letters!');
const pairs = new Map(
  await Promise.all([...taken, ...others].map(async (name) => [name, await generateKeyPair(name)] as const)),
);
const keys = await Promise.all(
  [...pairs].map(async ([kid, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid })),
);
const published = { keys: [...keys, { kty: 'oct', kid: 'HS256', k: password.toString('base64url') }] };

const server = createServer((_request, response) => void response.end(JSON.stringify(published)));
beforeAll(async () => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => void server.close().closeAllConnections());

function isGood(token: string): Promise<boolean> {
  const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`;
  return openJwtCheck({ jwks, issuer, audience, header: 'Authorization' })(token);
}

const signed = (alg: string, key: Parameters<SignJWT['sign']>[0], kid = alg) =>
  new SignJWT({ iss: issuer, aud: audience })
    .setProtectedHeader({ alg, kid })
    .setExpirationTime('5m')
    .sign(key);

describe('a JSON Web Token', () => {
  it.each(taken)('counts that was signed by %s', async (alg) => {
    expect(await isGood(await signed(alg, pairs.get(alg)!.privateKey))).toBe(true);
  });

  it.each(others)('does not where its algorithm is none of ours: %s', async (alg) => {
    expect(await isGood(await signed(alg, pairs.get(alg)!.privateKey))).toBe(false);
  });

  it('does not where what is public, or a key that is none, was taken for a password', async () => {
    const { publicKey } = pairs.get('RS256')!;
    const passwords = [password, await exportSPKI(publicKey), JSON.stringify(keys[0])].map((text) =>
      Buffer.from(text),
    );
    for (const each of passwords) {
      for (const kid of ['RS256', 'HS256'])
        expect(await isGood(await signed('HS256', each, kid))).toBe(false);
    }
  });

  it.each(['none', 'None', 'NONE', 'nOnE', ''])('does not where nobody signed it: %j', async (alg) => {
    const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
    const claims = { iss: issuer, aud: audience, exp: 9_999_999_999 };
    const [, , signature] = (await signed('RS256', pairs.get('RS256')!.privateKey)).split('.');
    for (const end of ['', signature]) {
      expect(await isGood(`${part({ alg, kid: 'RS256' })}.${part(claims)}.${end}`)).toBe(false);
    }
  });
});
