import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browsersWithin } from '../src/camera/settings.ts';
import { readConfig } from '../src/config.ts';

it('has defaults that suit one machine', () => {
  expect(readConfig({})).toMatchObject({
    port: 8888,
    host: '127.0.0.1',
    allowUnsigned: true,
    production: false,
    serverless: false,
  });
});

const long = 'a-secret-of-thirty-two-bytes-and-more';

describe.each([{ AWS_LAMBDA_FUNCTION_NAME: 'x' }, { NODE_ENV: 'production' }])(
  'production, as in %o',
  (production) => {
    it('does not start without a secret, and names the way out', () => {
      expect(() => readConfig(production)).toThrow(/OG_SECRETS.*"cardstock secret".*OG_ALLOW_UNSIGNED=true/);
    });

    it('refuses unsigned requests once it has one', () => {
      expect(readConfig({ ...production, OG_SECRETS: long })).toMatchObject({
        production: true,
        allowUnsigned: false,
        secrets: [long],
      });
    });

    it('accepts unsigned requests when it is told to', () => {
      expect(readConfig({ ...production, OG_ALLOW_UNSIGNED: 'true' }).allowUnsigned).toBe(true);
    });
  },
);

it.each([
  [4, 0, 4],
  [4, 2 ** 63, 4],
  [4, 4_096, 4],
  [4, 2_048, 4],
  [4, 1_024, 2],
  [2, 1_024, 2],
  [4, 512, 1],
  [4, 128, 1],
])('on %s cores with %s MB it runs %s browsers', (cores, megabytes, browsers) => {
  expect(browsersWithin(cores, megabytes * 2 ** 20)).toBe(browsers);
});

it('takes `auto` for the default number of browsers', () => {
  expect(readConfig({ CARDSTOCK_BROWSERS: 'auto' }).browsers).toBe(readConfig({}).browsers);
  expect(readConfig({ CARDSTOCK_BROWSERS: '3' }).browsers).toBe(3);
});

it('runs one browser on Lambda', () => {
  expect(readConfig({ AWS_LAMBDA_FUNCTION_NAME: 'x', OG_SECRETS: long }).browsers).toBe(1);
});

it('keeps images in Netlify Blobs on Netlify, and on disk elsewhere', () => {
  const netlify = { AWS_LAMBDA_FUNCTION_NAME: 'x', SITE_ID: 'y', OG_SECRETS: long };
  expect(readConfig(netlify)).toMatchObject({ netlify: true, store: 'netlify-blobs' });
  expect(readConfig({ XDG_CACHE_HOME: '/caches' })).toMatchObject({
    netlify: false,
    store: 'disk',
    cacheFolder: join('/caches', 'cardstock'),
  });
});

describe('secrets', () => {
  it('come in a list: the first signs', () => {
    expect(readConfig({ OG_SECRETS: `${long}, ${long}2` }).secrets).toEqual([long, `${long}2`]);
  });

  it('that are too short are refused and not repeated', () => {
    const read = () => readConfig({ OG_SECRETS: `${long},hunter2` });
    expect(read).toThrow('at least 32 bytes');
    expect(read).not.toThrow('hunter2');
  });
});

describe('the address of the site', () => {
  it.each([
    [{ OG_SITE_URL: 'https://example.com/' }, 'https://example.com'],
    [
      { CONTEXT: 'production', URL: 'https://a.example', DEPLOY_PRIME_URL: 'https://b.example' },
      'https://a.example',
    ],
    [
      { CONTEXT: 'deploy-preview', URL: 'https://a.example', DEPLOY_PRIME_URL: 'https://b.example' },
      'https://b.example',
    ],
    [{ URL: 'https://a.example' }, 'https://a.example'],
    [{ OG_SITE_URL: 'https://c.example', URL: 'https://a.example' }, 'https://c.example'],
    [{}, undefined],
  ])('is read from %o', (environment, address) => {
    expect(readConfig(environment).siteUrl).toBe(address);
  });
});

describe('an account at Cloudinary', () => {
  const site = { OG_SITE_URL: 'https://example.com' };

  it('is read from its URL, with all the SDK may be told', () => {
    const url = 'cloudinary://12:s%2Fe@cloud/cards.example.com?upload_prefix=http://127.0.0.1:1&secure=false';
    expect(readConfig({ ...site, CLOUDINARY_URL: url }).cloudinary).toEqual({
      cloud_name: 'cloud',
      api_key: '12',
      api_secret: 's/e',
      private_cdn: true,
      secure_distribution: 'cards.example.com',
      upload_prefix: 'http://127.0.0.1:1',
      secure: false,
    });
  });

  it('is read from three variables', () => {
    const three = { CLOUDINARY_CLOUD_NAME: 'cloud', CLOUDINARY_API_KEY: '12', CLOUDINARY_API_SECRET: 's' };
    const account = { cloud_name: 'cloud', api_key: '12', api_secret: 's' };
    expect(readConfig({ ...site, ...three }).cloudinary).toEqual(account);
  });

  it.each([
    [{ CLOUDINARY_CLOUD_NAME: 'cloud' }, 'CLOUDINARY_API_KEY, CLOUDINARY_API_SECRET: not set'],
    [{ CLOUDINARY_URL: 'https://cloud' }, 'CLOUDINARY_URL: expected cloudinary://'],
    [{ CLOUDINARY_URL: 'cloudinary://cloud' }, 'CLOUDINARY_URL: expected cloudinary://'],
  ])('that is incomplete, as in %o, is refused by name', (environment, message) => {
    expect(() => readConfig({ ...site, ...environment })).toThrow(message);
  });

  it('needs the address of the site, which it will call', () => {
    expect(() => readConfig({ CLOUDINARY_URL: 'cloudinary://1:2@cloud' })).toThrow('OG_SITE_URL is not set');
  });
});

it('takes netlify dev for the local server it is', () => {
  const environment = { AWS_LAMBDA_FUNCTION_NAME: 'x', NETLIFY_DEV: 'true' };
  expect(readConfig(environment)).toMatchObject({ serverless: false, allowUnsigned: true });
});

it.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['OG_ALLOW_UNSIGNED', 'yes'],
  ['CARDSTOCK_BROWSERS', '0'],
  ['CARDSTOCK_TIMEOUT_MS', '-1'],
  ['CARDSTOCK_SANDBOX', 'maybe'],
  ['OG_SITE_URL', 'example.com'],
  ['OG_SITE_URL', 'https://example.com/blog'],
  ['OG_SITE_URL', 'ftp://example.com'],
  ['OG_FALLBACK', 'plain'],
  ['OG_FALLBACK', '{"template":"plain"}'],
  ['OG_CLOUDINARY_DELIVERY', 'upload'],
  ['OG_CLOUDINARY_CARRIER', 'v1/a'],
  ['OG_CLOUDINARY_VERSION', 'v1'],
  ['CARDSTOCK_STORE', 'redis'],
  ['CARDSTOCK_CACHE_MB', '0'],
])('refuses %s=%s by name', (variable, value) => {
  expect(() => readConfig({ [variable]: value })).toThrow(`${variable}="${value}" is not valid`);
});

it('takes an empty variable for an absent one', () => {
  expect(readConfig({ PORT: '', OG_ALLOW_UNSIGNED: '' }).port).toBe(8888);
});

it('cannot be changed once read', () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});
