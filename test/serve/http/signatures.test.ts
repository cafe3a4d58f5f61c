import { describe, expect, it, vi } from 'vitest';
import { queryUrl } from '../../../src/serve/url/query-url.ts';
import { sign } from '../../../src/serve/url/signature.ts';
import { signedUrl } from '../../../src/serve/url/signed-url.ts';
import { createResponder, secrets } from '../../support/services.ts';

const [first, second] = secrets as [string, string];
const closed = { secrets, allowUnsigned: false };
const hello = { template: 'plain', props: { title: 'Hello & goodbye' } };
const inAnHour = Math.floor(Date.now() / 1000) + 3_600;
const anHourAgo = inAnHour - 7_200;

/** A server that takes signed requests only, with a store that counts who looks into it. */
function createClosed(overrides: object = {}) {
  const store = { description: 'counts', get: vi.fn(), set: vi.fn(), delete: vi.fn(), list: vi.fn() };
  store.get.mockResolvedValue(undefined);
  return { store, ...createResponder({ config: { ...closed, ...overrides }, store }) };
}

const json = { headers: { accept: 'application/json' } };

async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { error: { code: string } }).error.code;
}

describe('where signatures are required', () => {
  it('a sealed URL of ours is answered', async () => {
    const { seal, askPath } = createClosed();
    expect((await askPath(await seal(hello))).status).toBe(200);
  });

  it('a readable URL of ours is answered', async () => {
    const { askPath } = createClosed();
    expect((await askPath(signedUrl(queryUrl(hello), first))).status).toBe(200);
  });

  it('a POST with a signature in its URL is answered: Cloudinary sends nothing else of ours', async () => {
    const { seal, askPath } = createClosed();
    expect((await askPath(await seal(hello), { method: 'POST', body: 'x' })).status).toBe(200);
  });

  it.each([
    ['a readable URL without one', () => queryUrl(hello)],
    ['a URL with a date and no signature', () => `${queryUrl(hello)}&exp=${inAnHour}`],
    ['a signature under no secret of ours', () => signedUrl(queryUrl(hello), 'x'.repeat(40))],
    [
      'a signature of another card',
      () => `${queryUrl(hello)}&sig=${sign(queryUrl({ ...hello, variant: 'x' }), first)}`,
    ],
    [
      'a date that was put off',
      () => signedUrl(queryUrl(hello), first, { expiresAt: anHourAgo }).replace(/exp=\d+/, `exp=${inAnHour}`),
    ],
    [
      'a date that is none',
      () => `${queryUrl(hello)}&exp=soon&sig=${sign(`${queryUrl(hello)}&exp=soon`, first)}`,
    ],
    [
      'a date with a sign',
      () =>
        `${queryUrl(hello)}&exp=%2B${inAnHour}&sig=${sign(`${queryUrl(hello)}&exp=%2B${inAnHour}`, first)}`,
    ],
    [
      'the signature before the rest',
      () => queryUrl(hello).replace('?', `?sig=${sign(queryUrl(hello), first)}&`),
    ],
    [
      'the date before the rest',
      () =>
        queryUrl(hello).replace('?', `?exp=${inAnHour}&`) +
        `&sig=${sign(`${queryUrl(hello)}&exp=${inAnHour}`, first)}`,
    ],
    [
      'a second spelling that means the same',
      () => signedUrl(queryUrl(hello), first).replace('Hello+', 'Hello%20'),
    ],
    ['a parameter behind the signature', () => `${signedUrl(queryUrl(hello), first)}&subtitle=more`],
    ['an address of nothing', () => '/og/'],
    ['another page', () => '/'],
  ])('%s is refused before anything is looked at', async (_name, url) => {
    const { askPath, store, camera } = createClosed();
    const response = await askPath(url(), json);
    expect(response.status).toBe(403);
    expect(['unsigned_request', 'invalid_signature']).toContain(await codeOf(response));
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(store.get).not.toHaveBeenCalled();
    expect(camera.taken).toEqual([]);
  });

  it('a signature given twice is refused by name', async () => {
    const { askPath } = createClosed();
    const url = signedUrl(queryUrl(hello), first);
    expect((await askPath(`${url}&sig=${'0'.repeat(64)}`)).status).toBe(400);
  });

  it('whoever came for a picture sees one, and it stays refused', async () => {
    const { askPath, store, camera } = createClosed();
    const response = await askPath(queryUrl(hello), { headers: { accept: 'image/*' } });
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(store.get).not.toHaveBeenCalled();
    expect(camera.taken).toEqual([]);
  });
});

describe('every changed byte', () => {
  const titles = Array.from(
    { length: 15 },
    (_, index) => `${'Title '.repeat(1 + (index % 5))}${index} & ünï 日本`,
  );

  it('of 60 URLs is refused, without a picture and without a look into the cache', async () => {
    const { seal, askPath, store, camera } = createClosed();
    const urls: string[] = [];
    for (const title of titles) {
      const card = { template: 'plain', props: { title } };
      urls.push(
        await seal(card),
        await seal({ ...card, format: 'png', variant: 'square' }, { expiresAt: inAnHour }),
        signedUrl(queryUrl(card), second),
        signedUrl(queryUrl({ ...card, variant: 'x' }), first, { expiresAt: inAnHour }),
      );
    }
    expect(urls).toHaveLength(60);
    const statuses = new Map<number, number>();
    for (const url of urls) {
      for (let index = 1; index < url.length; index++) {
        const changed = url.slice(0, index) + another(url[index]!, index) + url.slice(index + 1);
        const { status } = await askPath(changed, json);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(statuses)).toEqual({ 403: urls.join('').length - urls.length });
    expect(store.get).not.toHaveBeenCalled();
    expect(camera.taken).toEqual([]);
  }, 60_000);

  /** Another letter in its place; the case of a letter and the digit of an escape are changed too. */
  function another(letter: string, index: number): string {
    const turned = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    if (index % 2 === 0 && turned !== letter) return turned;
    return letter === '0' ? '1' : '0';
  }
});

describe('rotation', () => {
  it('keeps what an older secret signed, and signs with the new one', async () => {
    const before = createClosed({ secrets: [second] });
    const old = await before.seal(hello);
    const after = createClosed({ secrets: [first, second] });
    expect((await after.askPath(old)).status).toBe(200);
    expect(await after.seal(hello)).toContain(sign((await after.seal(hello)).split('?')[0]!, first));
  });

  it('ends with the old secret', async () => {
    const old = await createClosed({ secrets: [second] }).seal(hello);
    expect((await createClosed({ secrets: [first] }).askPath(old)).status).toBe(403);
  });
});

describe('a URL with a date', () => {
  it('is good until then, and no copy outlives it', async () => {
    const { seal, askPath } = createClosed();
    const response = await askPath(await seal(hello, { expiresAt: inAnHour }));
    expect(response.status).toBe(200);
    const [, seconds] = /^public, max-age=(\d+)$/.exec(response.headers.get('cache-control')!)!;
    expect(Number(seconds)).toBeGreaterThan(3_500);
    expect(Number(seconds)).toBeLessThanOrEqual(3_600);
  });

  it('is gone afterwards, whatever the cache has', async () => {
    const { seal, askPath, camera } = createClosed();
    await askPath(await seal(hello));
    const response = await askPath(await seal(hello, { expiresAt: anHourAgo }), json);
    expect(response.status).toBe(410);
    expect(await codeOf(response)).toBe('expired_url');
    expect(camera.taken).toHaveLength(1);
  });
});

describe('on a local server', () => {
  it('unsigned URLs are welcome, and wrong signatures are not', async () => {
    const { askPath, seal, camera } = createResponder({ config: { secrets } });
    expect((await askPath(queryUrl(hello))).status).toBe(200);
    expect((await askPath((await seal(hello)).split('?')[0]!)).status).toBe(200);
    expect((await askPath(`${queryUrl(hello)}&sig=${'0'.repeat(64)}`)).status).toBe(403);
    expect(camera.taken).toHaveLength(1);
  });
});

describe('on Netlify', () => {
  it('a rewritten sealed URL counts as the one that was signed', async () => {
    const { seal, askPath } = createClosed();
    expect((await askPath(`/.netlify/functions/gen-opengraph-image${await seal(hello)}`)).status).toBe(200);
  });
});
