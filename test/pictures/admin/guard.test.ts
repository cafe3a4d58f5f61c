import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { makeFolder } from '../../support/folder.ts';
import { secrets } from '../../support/services.ts';
import { adminToken, asAdmin, startApi } from './support/api.ts';

const asked: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/api/pictures'],
  ['POST', '/api/pictures/uploads'],
  ['GET', '/api/pictures/a.png'],
  ['DELETE', '/api/pictures/a.png'],
  ['POST', '/api/pictures/a.png/purge'],
  ['POST', '/api/pictures/purge?tag=template-plain'],
  ['PUT', '/api/pictures/a.png'],
  ['GET', '/api/pictures/uploads/x'],
  ['POST', '/api/pictures/..%2f..%2fetc%2fpasswd/purge'],
  ['GET', '/api/pictures/what/there/never/was'],
];

describe('without administrators', () => {
  it.each(asked)('%s %s is as any other address that is not there', async (method, path) => {
    const { ask } = await startApi(makeFolder(), { adminToken: undefined });
    const [here, elsewhere] = await Promise.all([
      ask(path, { method, headers: asAdmin }),
      ask('/api/never', { method, headers: asAdmin }),
    ]);
    expect([here.status, await here.text()]).toEqual([404, await elsewhere.text()]);
    expect(here.headers.get('www-authenticate')).toBeNull();
  });
});

describe('with a token', () => {
  it.each(asked)('%s %s is refused without it, whatever it is', async (method, path) => {
    const { ask } = await startApi(makeFolder());
    const refusal = await ask(path, { method });
    expect(refusal.status).toBe(401);
    expect(refusal.headers.get('www-authenticate')).toBe('Bearer realm="cardstock"');
    expect(refusal.headers.get('cache-control')).toBe('no-store');
    expect(await refusal.json()).toMatchObject({ error: { code: 'unauthorized' } });
  });

  it.each([
    'Bearer',
    'Bearer ',
    `Bearer ${adminToken.slice(0, -1)}`,
    `Bearer ${adminToken}x`,
    `Bearer ${adminToken.toUpperCase()}`,
    `Bearer ${adminToken} ${adminToken}`,
    `Bearer ${adminToken}, Bearer ${adminToken}`,
    `Basic ${Buffer.from(`admin:${adminToken}`).toString('base64')}`,
    adminToken,
    `Bearer ${'x'.repeat(7_000)}`,
    'Bearer undefined',
    'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.',
  ])('Authorization: %s opens nothing', async (authorization) => {
    const { ask } = await startApi(makeFolder());
    expect((await ask('/api/pictures', { headers: { authorization } })).status).toBe(401);
  });

  it('nothing but the header counts: no cookie, no query, no form', async () => {
    const { ask } = await startApi(makeFolder());
    const inCookie = await ask('/api/pictures', { headers: { cookie: `token=${adminToken}` } });
    const inQuery = await ask(`/api/pictures?access_token=${adminToken}&token=${adminToken}`);
    const inHeaders = await ask('/api/pictures', { headers: { 'cf-access-jwt-assertion': adminToken } });
    expect([inCookie.status, inQuery.status, inHeaders.status]).toEqual([401, 401, 401]);
  });

  it('an administrator is let in, by whatever case the scheme is in', async () => {
    const { ask } = await startApi(makeFolder());
    for (const authorization of [`Bearer ${adminToken}`, `bearer ${adminToken}`]) {
      expect((await ask('/api/pictures', { headers: { authorization } })).status).toBe(200);
    }
  });

  it('in production whoever guesses is stopped, and who may come is not', async () => {
    const { ask, admin, newUpload } = await startApi(makeFolder(), {
      production: true,
      secrets,
      requestsPerMinute: 20,
    });
    const guesses = await Promise.all(Array.from({ length: 25 }, () => ask('/api/pictures')));
    expect(guesses.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(20).fill(401),
      ...Array<number>(5).fill(429),
    ]);
    expect((await admin('/api/pictures')).status).toBe(200);
    const address = new URL(await newUpload()).pathname;
    const forged = await ask(`${address}?exp=9999999999&sig=${'0'.repeat(64)}`, { method: 'POST' });
    expect([forged.status, forged.headers.get('retry-after')]).toEqual([429, '60']);
  });
});

describe('the settings', () => {
  const jwt = { jwks: 'https://keys.example/certs', issuer: 'https://keys.example', audience: 'us' };

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'a token that is too short',
      { OG_ADMIN_TOKEN: 'x'.repeat(31) },
      /^OG_ADMIN_TOKEN is not valid: .*32 bytes/,
    ],
    ['a JWT that is no JSON', { OG_ADMIN_JWT: 'team' }, /OG_ADMIN_JWT.*expected JSON, as in/],
    [
      'a JWT without audience',
      { OG_ADMIN_JWT: JSON.stringify({ ...jwt, audience: undefined }) },
      /OG_ADMIN_JWT/,
    ],
    ['a JWT without issuer', { OG_ADMIN_JWT: JSON.stringify({ ...jwt, issuer: '' }) }, /OG_ADMIN_JWT/],
    [
      'keys over plain HTTP',
      { OG_ADMIN_JWT: JSON.stringify({ ...jwt, jwks: 'http://keys.example/certs' }) },
      /must begin with https:/,
    ],
    ['a setting there is not', { OG_ADMIN_JWT: JSON.stringify({ ...jwt, secret: 'x' }) }, /OG_ADMIN_JWT/],
    ['a JWT and nothing to sign with', { OG_ADMIN_JWT: JSON.stringify(jwt) }, /OG_SECRETS/],
    [
      'a token in production, and no pictures',
      { OG_ADMIN_TOKEN: adminToken, NODE_ENV: 'production', OG_SECRETS: secrets[0]! },
      /OG_PICTURES is not set/,
    ],
    ['a bucket that is none', { OG_PICTURES: 's3://UPPER/' }, /OG_PICTURES.*s3:\/\/bucket\/prefix/],
  ])('%s keep the server from starting', (_name, environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
    if (environment['OG_ADMIN_TOKEN']) {
      expect(() => readConfig(environment)).not.toThrow(environment['OG_ADMIN_TOKEN']);
    }
  });
});

describe('with JSON Web Tokens', async () => {
  const issuer = 'https://team.example';
  const [ours, others] = await Promise.all(['RS256', 'RS256'].map((name) => generateKeyPair(name)));
  const keys = { keys: [{ ...(await exportJWK(ours!.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] };
  let fetched = 0;
  let areThere = true;
  const server = createServer((_request, response) => {
    fetched += 1;
    response
      .writeHead(areThere ? 200 : 500, { 'content-type': 'application/json' })
      .end(JSON.stringify(keys));
  });
  beforeAll(async () => once(server.listen(0, '127.0.0.1'), 'listening'));
  afterAll(() => void server.close().closeAllConnections());

  const start = (header?: string) => {
    const jwks = `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`;
    const setting = JSON.stringify({ jwks, issuer, audience: 'cardstock', ...(header && { header }) });
    const { adminJwt } = readConfig({ OG_ADMIN_JWT: setting, OG_SECRETS: secrets[0] });
    return startApi(makeFolder(), { adminToken: undefined, adminJwt, secrets });
  };
  interface Claims extends JWTPayload {
    readonly expires?: string | false;
  }
  const sign = ({ expires = '5m', ...claims }: Claims = {}, key = ours!.privateKey) => {
    const jwt = new SignJWT({ iss: issuer, aud: 'cardstock', sub: 'ann', ...claims });
    jwt.setProtectedHeader({ alg: 'RS256', kid: 'one' });
    return (expires === false ? jwt : jwt.setExpirationTime(expires)).sign(key);
  };
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  it('one that is good lets in, and its keys are fetched once', async () => {
    const { ask } = await start();
    fetched = 0;
    for (let times = 0; times < 3; times += 1) {
      expect((await ask('/api/pictures', bearer(await sign()))).status).toBe(200);
    }
    expect((await ask('/api/pictures', bearer(await sign({ aud: ['x', 'cardstock'] })))).status).toBe(200);
    expect(fetched).toBe(1);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['for others', () => sign({ aud: 'others' })],
    ['by others', () => sign({ iss: 'https://evil.example' })],
    ['signed with the key of others', () => sign({}, others!.privateKey)],
    ['of yesterday', () => sign({ expires: '1 day ago' })],
    ['that never ends', () => sign({ expires: false })],
    ['of tomorrow', () => sign({ nbf: Math.floor(Date.now() / 1_000) + 3_600 })],
    [
      'that nobody signed',
      () => {
        const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
        return `${part({ alg: 'none' })}.${part({ iss: issuer, aud: 'cardstock', exp: 9_999_999_999 })}.`;
      },
    ],
    [
      'signed with the public key as a password',
      () =>
        new SignJWT({ iss: issuer, aud: 'cardstock' })
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .setExpirationTime('5m')
          .sign(new TextEncoder().encode(JSON.stringify(keys.keys[0]))),
    ],
    ['that is cut', async () => (await sign()).slice(0, -3)],
    ['that is none', () => 'a.b.c'],
  ])('one %s does not', async (_name, make) => {
    const { ask } = await start();
    const refusal = await ask('/api/pictures', bearer(await make()));
    expect(refusal.status).toBe(401);
    expect(refusal.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('is taken from the header of Cloudflare Access where the setting says so, and from there alone', async () => {
    const { ask } = await start('Cf-Access-Jwt-Assertion');
    const token = await sign();
    const inTheirs = await ask('/api/pictures', { headers: { 'cf-access-jwt-assertion': token } });
    expect(inTheirs.status).toBe(200);
    expect((await ask('/api/pictures', bearer(token))).status).toBe(401);
    const inCookie = await ask('/api/pictures', { headers: { cookie: `CF_Authorization=${token}` } });
    expect(inCookie.status).toBe(401);
  });

  it('keys that cannot be had now are no refusal, and are asked for again', async () => {
    areThere = false;
    vi.spyOn(console, 'error').mockImplementation(() => {}); // what went wrong, for the log
    onTestFinished(() => void vi.restoreAllMocks());
    const { ask } = await start();
    const token = await sign();
    const failed = await ask('/api/pictures', bearer(token));
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '5']);
    areThere = true;
    expect((await ask('/api/pictures', bearer(token))).status).toBe(200);
  });
});
