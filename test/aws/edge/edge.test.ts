import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleEdge, maxEdgeBytes } from '../../../src/aws/edge/bundle-edge.ts';
import { longNameParameter } from '../../../src/aws/edge/names.ts';
import { acceptClass } from '../../../src/pictures/sized/negotiate.ts';
import { authorize } from '../../../src/serve/http/authorize.ts';
import { parseAddress, readCard } from '../../../src/serve/http/parse.ts';
import { limits } from '../../../src/serve/limits.ts';
import { objectName } from '../../../src/serve/url/object-name.ts';
import { completePaths } from '../../../src/serve/url/paths.ts';
import { encodePayload } from '../../../src/serve/url/payload.ts';
import { sign } from '../../../src/serve/url/signature.ts';
import { signedUrl } from '../../../src/serve/url/signed-url.ts';
import { runEdge } from '../../support/edge.ts';

const secrets = ['first-secret-of-thirty-two-bytes!', 'second-secret-of-thirty-two-bytes'];
const [first, second] = secrets as [string, string];
const code = bundleEdge();
const values = { secrets: secrets.join(','), default: '/default.jpg' };
const ask = runEdge(code, values);
const inAnHour = Math.floor(Date.now() / 1000) + 3_600;

function pathOf(title: string, extension = 'jpg'): string {
  const card = { template: 'plain', props: { title } };
  const payload = encodePayload({ card, version: Buffer.from('design'), strict: false });
  return `/og/${payload}.${extension}`;
}
const path = pathOf('Hello & goodbye');

/** Whether the server would look for a card behind this address. */
function isServed(address: string): boolean {
  const config = { secrets, allowUnsigned: false, production: true, paths: completePaths({}), basePath: '' };
  try {
    const parsed = parseAddress(new Request(`https://cdn.example${address}`), config);
    if (authorize(parsed, config).isExpired || parsed.sealedName === undefined) return false;
    readCard(parsed, []);
    return true;
  } catch {
    return false;
  }
}

async function isLetThrough(address: string): Promise<boolean> {
  const outcome = await ask(address);
  return 'uri' in outcome && outcome.uri !== values.default;
}

describe('a picture of the site', () => {
  const withPictures = bundleEdge('/og/', '/img/');
  const askFor = (path: string, accept?: string) =>
    runEdge(withPictures, values)(path, accept === undefined ? {} : { accept: { value: accept } });

  it.each([
    ['image/avif,image/webp,image/apng,*/*;q=0.8', 'image/avif,image/webp,*/*'],
    ['image/webp,image/png;q=0.9', 'image/webp,*/*'],
    ['image/avif;q=0, IMAGE/WEBP', 'image/webp,*/*'],
    ['text/html', '*/*'],
    ['', '*/*'],
    [undefined, '*/*'],
  ])('is asked for with one of three headers: %s', async (accept, expected) => {
    const outcome = await askFor('/img/blog/a-md?v=abc', accept);
    expect(outcome).toMatchObject({ uri: '/img/blog/a-md', headers: { accept: { value: expected } } });
    const [server, edge] = [acceptClass(accept), acceptClass(expected)];
    expect(edge).toBe(server);
  });

  it('takes no more than CloudFront wants, and nothing where there are none', async () => {
    expect(Buffer.byteLength(withPictures)).toBeLessThan(0.75 * maxEdgeBytes);
    expect(await ask('/img/blog/a-md')).toMatchObject({ uri: values.default });
  });
});

describe('what administrators ask', () => {
  const withPictures = bundleEdge('/og/', '/img/');
  const said = { value: 'Bearer abc' };

  it.each(['/api/pictures', '/api/pictures/', '/api/pictures/uploads/abc?exp=1&sig=2'])(
    'goes to the server with what it says of who asks: %s',
    async (address) => {
      const [uri] = address.split('?');
      const headers = { authorization: said, 'x-cardstock-authorization': { value: 'Bearer of a stranger' } };
      expect(await runEdge(withPictures, values)(address, headers)).toMatchObject({
        uri,
        headers: { 'x-cardstock-authorization': said },
      });
      const { headers: without } = await runEdge(withPictures, values)(address, {
        'x-cardstock-authorization': { value: 'Bearer of a stranger' },
      });
      expect(without).not.toHaveProperty('x-cardstock-authorization');
    },
  );

  it.each(['/api/picturesque', '/api', '/API/pictures'])('is nothing else: %s', async (address) => {
    expect(await runEdge(withPictures, values)(address)).toMatchObject({ uri: values.default });
  });

  it('is nothing where there are no pictures', async () => {
    expect(await ask('/api/pictures')).toMatchObject({ uri: values.default });
  });
});

describe('the edge function', () => {
  it('is as small as CloudFront wants it, and imports what CloudFront has', () => {
    expect(Buffer.byteLength(code)).toBeLessThan(maxEdgeBytes / 2);
    const imported = Array.from(code.matchAll(/^import \w+ from "(.*)";$/gm), ([, name]) => name);
    expect(imported.sort()).toEqual(['cloudfront', 'crypto']);
    expect(code).not.toMatch(/\bexport\b|\brequire\b|\?\.|\?\?|\.\.\./);
  });

  it('lets a signed card through under its path alone', async () => {
    for (const url of [
      signedUrl(path, first),
      signedUrl(path, second),
      signedUrl(path, first, { expiresAt: inAnHour }),
    ])
      expect(await ask(url)).toMatchObject({ uri: path, querystring: {} });
  });

  it.each([
    ['without a signature', () => path],
    ['with a date and no signature', () => `${path}?exp=${inAnHour}`],
    ['under no secret of ours', () => signedUrl(path, 'x'.repeat(40))],
    ['with the signature of another card', () => `${path}?sig=${sign(pathOf('Other'), first)}`],
    ['that has expired', () => signedUrl(path, first, { expiresAt: inAnHour - 7_200 })],
    [
      'with a date that was put off',
      () => signedUrl(path, first, { expiresAt: inAnHour }).replace('exp=', 'exp=9'),
    ],
    ['with a date that is none', () => `${path}?exp=soon&sig=${sign(`${path}?exp=soon`, first)}`],
    ['with a date of zeroes', () => `${path}?exp=0&sig=${sign(`${path}?exp=0`, first)}`],
    ['with an empty date', () => `${path}?exp=&sig=${sign(`${path}?exp=`, first)}`],
    [
      'with a date too long for one',
      () => `${path}?exp=1234567890123&sig=${sign(`${path}?exp=1234567890123`, first)}`,
    ],
    ...[
      '1e99',
      '+9999999999',
      '09999999999',
      '0x2540be400',
      '9999999999.0',
      '%209999999999',
      '９９９９９９９９９９',
    ].map((date): [string, () => string] => [
      `with the date ${date}`,
      () => `${path}?exp=${date}&sig=${sign(`${path}?exp=${date}`, first)}`,
    ]),
    ...['%00', '%2f', '%2e', '%c3%a9', '%', '%zz', '+', '~', ';'].map((letters): [string, () => string] => [
      `with ${letters} in its name`,
      () => signedUrl(path.replace('.jpg', `${letters}.jpg`), first),
    ]),
    ['with a parameter before what it signed', () => signedUrl(path, first).replace('?', '?&')],
    ['with nothing behind what it signed', () => `${signedUrl(path, first)}&`],
    ['with its signature named in capitals', () => signedUrl(path, first).replace('sig=', 'SIG=')],
    ['with its date behind', () => `${path}?sig=${sign(`${path}?exp=${inAnHour}`, first)}&exp=${inAnHour}`],
    ['with more than it signed', () => `${signedUrl(path, first)}&x=1`],
    ['with more that it signed', () => signedUrl(`${path}?x=1`, first)],
    [
      'with its signature in capitals',
      () => signedUrl(path, first).replace(/sig=.*/, (s) => s.toUpperCase()),
    ],
    ['with its signature escaped', () => signedUrl(path, first).replace('sig=', 'sig=%30')],
    ['with its signature twice', () => `${signedUrl(path, first)}&sig=${sign(path, first)}`],
    ['whose payload is escaped', () => signedUrl(path.replace('/og/A', '/og/%41'), first)],
    ['of another kind of file', () => signedUrl(path.replace('.jpg', '.svg'), first)],
    ['with a folder in its name', () => signedUrl(path.replace('/og/', '/og/a/'), first)],
    ['with two dots', () => signedUrl(path.replace('.jpg', '.jpg.jpg'), first)],
    ['without a name', () => signedUrl('/og/.jpg', first)],
    ['of nothing', () => signedUrl('/og/', first)],
    ['that is too long', () => signedUrl(`/og/${'A'.repeat(limits.urlBytes)}.jpg`, first)],
  ])('refuses a card %s, as the server does', async (_name, url) => {
    expect(await ask(url())).toMatchObject({
      statusCode: 403,
      headers: { 'cache-control': { value: 'no-store' } },
    });
    expect(isServed(url())).toBe(false);
  });

  it.each(['/', '/favicon.ico', '/og', '/robots.txt?sig=0', '/.netlify/functions/gen-opengraph-image?a=b'])(
    'leads %s to the default picture, whatever its query',
    async (address) => {
      expect(await ask(address)).toMatchObject({ uri: '/default.jpg', querystring: {} });
    },
  );

  it('refuses everything while it knows no secret, and what is no card where there is no picture', async () => {
    const stores: Record<string, string>[] = [{}, { secrets: '' }, { secrets: ' , ' }];
    for (const held of stores) {
      const bare = runEdge(code, held);
      expect(await bare(signedUrl(path, first))).toMatchObject({ statusCode: 403 });
      expect(await bare(signedUrl(path, ' '))).toMatchObject({ statusCode: 403 });
      expect(await bare('/')).toMatchObject({ statusCode: 403 });
    }
  });

  it('knows a card by the hash of its name where no key is as long, and brings the name along', async () => {
    const letters = Array.from({ length: 900 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7));
    const long = pathOf(letters.join(''));
    const name = long.slice('/og/'.length);
    expect(name.length).toBeGreaterThan(limits.objectNameBytes);
    const outcome = await ask(signedUrl(long, first));
    expect(outcome).toMatchObject({
      uri: `/og/${objectName(name)}`,
      querystring: { [longNameParameter]: { value: name } },
    });
    expect(objectName(name)).toMatch(/^[0-9a-f]{64}\.jpg$/);
  });

  it('serves cards where the project has them', async () => {
    const elsewhere = runEdge(bundleEdge('/cards/'), values);
    const moved = path.replace('/og/', '/cards/');
    expect(await elsewhere(signedUrl(moved, first))).toMatchObject({ uri: moved });
    expect(await elsewhere(signedUrl(path, first))).toMatchObject({ uri: '/default.jpg' });
  });
});

describe('of any address', () => {
  const extensions = fc.constantFrom('jpg', 'png', 'webp');
  const base = fc
    .tuple(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      extensions,
      fc.constantFrom(...secrets, 'x'.repeat(40)),
    )
    .chain(([title, extension, secret]) =>
      fc
        .option(fc.integer({ min: inAnHour - 7_200, max: inAnHour }), { nil: undefined })
        .map((expiresAt) => signedUrl(pathOf(title, extension), secret, { expiresAt })),
    );
  const letter = fc.constantFrom(...'ABaf09-_.&=?%/+~ésigexp');
  const mutated = fc
    .tuple(base, fc.nat(), letter, fc.constantFrom('keep', 'change', 'insert', 'remove', 'double'))
    .map(([url, at, other, kind]) => {
      const place = 1 + (at % (url.length - 1));
      const [before, after] = [url.slice(0, place), url.slice(place)];
      if (kind === 'change') return before + other + after.slice(1);
      if (kind === 'insert') return before + other + after;
      if (kind === 'remove') return before + after.slice(1);
      return kind === 'double' ? url + url.slice(url.indexOf('?')).replace('?', '&') : url;
    });

  it('the edge lets through what the server answers, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (address) => {
        const { pathname, search } = new URL(address, 'https://cdn.example');
        expect(await isLetThrough(pathname + search)).toBe(isServed(address));
      }),
      { numRuns: 3_000 },
    );
  });
});
