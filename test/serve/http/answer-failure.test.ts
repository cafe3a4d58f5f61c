import sharp from 'sharp';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DiskStore } from '../../../src/serve/cache/stores/disk-store.ts';
import { type VariantName, variantNames, variants } from '../../../src/card/variants.ts';
import type { Camera } from '../../../src/camera/camera.ts';
import {
  BrowserUnavailableError,
  FontRefusedError,
  QueueFullError,
  RenderTimeoutError,
} from '../../../src/errors.ts';
import { plain } from '../../../templates/plain.tsx';
import { asItIs } from '../../support/fake-camera.ts';
import * as services from '../../support/services.ts';

const { secrets } = services;
/** Whoever is at work on templates is told what is wrong, and sees no stand-in. */
const createResponder = ({ config, ...options }: Parameters<typeof services.createResponder>[0] = {}) =>
  services.createResponder({ ...options, config: { production: true, ...config } });

const hello = { template: 'plain', props: { title: 'Hello' } };
const anHourAgo = Math.floor(Date.now() / 1000) - 3_600;
const failing =
  (error: Error): Camera['take'] =>
  () =>
    Promise.reject(error);
const gone = failing(new FontRefusedError(['Inter']));
const down = failing(new BrowserUnavailableError(new Error('no browser')));
const crawler = { 'user-agent': 'Twitterbot/1.0' };
const browser = {
  accept: 'text/html,image/webp,*/*;q=0.8',
  'user-agent': 'Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0',
};

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

async function sizeOf(response: Response): Promise<string> {
  const { format, width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  return `${format} ${width}×${height}`;
}

describe('a crawler that comes when a card cannot be made', () => {
  it.each([
    ['never again: the queue is full', new QueueFullError(), 'no-store', 503, 'queue_full'],
    [
      'never again: the browser is down',
      new BrowserUnavailableError(0),
      'no-store',
      503,
      'browser_unavailable',
    ],
    [
      'for a minute: the deadline has passed',
      new RenderTimeoutError(9),
      'public, max-age=60',
      504,
      'render_timeout',
    ],
    ['for a minute: the template has a bug', new Error('bug'), 'public, max-age=60', 500, 'internal_error'],
  ])('gets a picture that is kept %s', async (_name, error, cached, status, code) => {
    const { askPath, seal } = createResponder({ take: failing(error), config: { production: true } });
    const response = await askPath(await seal(hello), { headers: crawler });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe(cached);
    expect(response.headers.get('cache-status')).toBe(
      `cardstock; fwd=miss; fwd-status=${status}; detail=${code}`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('etag')).toBeNull();
    expect(await sizeOf(response)).toBe('jpeg 1200×630');
  });

  it("gets it in a size of the template's own", async () => {
    const templates = [{ ...plain, variants: { github: { width: 910, height: 550, deviceScaleFactor: 2 } } }];
    const { askPath, seal } = createResponder({ take: gone, templates });
    const response = await askPath(await seal({ ...hello, variant: 'github' }), { headers: crawler });
    expect(await sizeOf(response)).toBe('jpeg 1820×1100');
  });

  it.each(variantNames)('gets it in the size it asked for, %s', async (variant: VariantName) => {
    const { askPath, seal } = createResponder({ take: gone });
    const { width, height, deviceScaleFactor: scale } = variants[variant];
    const response = await askPath(await seal({ ...hello, variant, format: 'png' }));
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(await sizeOf(response)).toBe(`png ${width * scale}×${height * scale}`);
  });

  it.each([
    ['no Accept at all', {}],
    ['anything', { accept: '*/*' }],
    ['pictures', { accept: 'image/avif,image/webp,*/*;q=0.8' }],
    ['a page, as a browser', { accept: 'text/html,application/xhtml+xml,image/webp,*/*;q=0.8' }],
    ['text only, as a known crawler', { accept: 'text/html', 'user-agent': 'facebookexternalhit/1.1' }],
  ])('gets it when it accepts %s', async (_name, headers) => {
    const { ask } = createResponder({ take: gone });
    const response = await ask('?template=plain&title=Hello', { headers: headers as Record<string, string> });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
  });

  it('gets the card itself when we are well again: the failure is not kept', async () => {
    let isWell = false;
    const well = createResponder().camera;
    const { askPath, seal } = createResponder({
      take: (...asked) => (isWell ? well.take(...asked) : gone(...asked)),
    });
    const url = await seal(hello);
    expect((await askPath(url)).headers.get('cache-control')).toBe('public, max-age=60');
    isWell = true;
    const response = await askPath(url);
    expect(await response.text()).toBe('a picture');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });
});

describe('a browser that comes in a bad moment', () => {
  it.each([
    ['the queue is full', new QueueFullError(), '1'],
    ['the browser is down', new BrowserUnavailableError(0), '5'],
  ])(
    'is told when to come back, and no cache keeps anything under the good address: %s',
    async (_name, error, seconds) => {
      const { askPath, seal, camera } = createResponder({
        take: failing(error),
        config: { production: true },
      });
      const response = await askPath(await seal(hello), { headers: browser });
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe(seconds);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(camera.taken).toHaveLength(1);
    },
  );
});

describe('who has left before the answer', () => {
  it('is no error in the log', async () => {
    const leaver = new AbortController();
    const { askPath, seal } = createResponder({ take: () => new Promise(() => {}) });
    const asked = askPath(await seal(hello), { signal: leaver.signal });
    setImmediate(() => leaver.abort());
    expect((await asked).status).toBe(499);
    expect(console.error).not.toHaveBeenCalled();
  });
});

describe('who is not there for a picture', () => {
  it.each([
    ['JSON', { accept: 'application/json' }, 'application/json'],
    [
      'JSON, as a known crawler',
      { accept: 'application/json', 'user-agent': 'Twitterbot/1.0' },
      'application/json',
    ],
    ['text', { accept: 'text/plain' }, 'text/plain; charset=utf-8'],
  ])('is told the error: who accepts %s', async (_name, headers, type) => {
    const { ask } = createResponder({ take: down });
    const response = await ask('?template=plain&title=Hello', { headers });
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('is Cloudinary, which posts and would keep the picture for good', async () => {
    const { askPath, seal } = createResponder({ take: down });
    const response = await askPath(await seal(hello), {
      method: 'POST',
      body: 'x',
      headers: { accept: 'image/*' },
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is Cloudinary that fetches: its URL is sealed as strict', async () => {
    const { askPath, seal } = createResponder({ take: gone });
    const strict = await seal(hello, { strict: true });
    expect((await askPath(strict, { headers: { accept: 'image/*' } })).status).toBe(500);
    expect((await createResponder().askPath(strict)).status).toBe(200);
  });

  it('is whoever put together a URL that is wrong', async () => {
    const { ask, askPath } = createResponder();
    expect((await ask('?template=plain', { headers: { accept: 'image/*' } })).status).toBe(400);
    expect((await askPath('/og/nonsense.jpg', { headers: { accept: 'image/*' } })).status).toBe(400);
  });
});

describe('a URL that we signed', () => {
  const signed = { secrets, allowUnsigned: false };

  it('and that has expired shows a picture, and no more than that', async () => {
    const { askPath, seal, camera } = createResponder({ config: signed });
    const response = await askPath(await seal({ ...hello, variant: 'square' }, { expiresAt: anHourAgo }));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-status')).toBe(
      'cardstock; fwd=miss; fwd-status=410; detail=expired_url',
    );
    expect(await sizeOf(response)).toBe('jpeg 1080×1080');
    expect(camera.taken).toEqual([]);
  });

  it('and whose template is gone shows a picture', async () => {
    const old = await createResponder({ config: signed }).seal(hello);
    const { askPath } = createResponder({
      config: signed,
      templates: [{ ...plain, name: 'new' }],
    });
    const response = await askPath(old);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
    expect(response.headers.get('cache-status')).toContain('detail=unknown_template');
  });
});

describe("the site's own fallback card", () => {
  const fallback = { template: 'plain', props: { title: 'My site' } };
  /** Fails for every card but the fallback. */
  const onlyFallback: Camera['take'] = (document, format) => {
    if (!document.html.includes('My site')) throw new FontRefusedError(['Inter']);
    const timings = { queueMs: 0, frameMs: 0, encodeMs: 0 };
    return Promise.resolve({
      bytes: Buffer.from('my site'),
      format,
      width: 1,
      height: 1,
      ...asItIs,
      timings,
    });
  };

  it('is shown, once it is at hand', async () => {
    const { askPath, seal, services } = createResponder({ take: onlyFallback, config: { fallback } });
    await services.fallback.prepare();
    const response = await askPath(await seal(hello));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('my site');
  });

  it('is made behind the back of the first who needs it in another size', async () => {
    const { askPath, seal } = createResponder({ take: onlyFallback, config: { fallback } });
    const url = await seal({ ...hello, variant: 'square' });
    expect(await sizeOf(await askPath(url))).toBe('jpeg 1080×1080');
    await vi.waitFor(async () => expect(await (await askPath(url)).text()).toBe('my site'));
  });

  it('is never kept under the name of the card it stands for', async () => {
    const set = vi.spyOn(DiskStore.prototype, 'set').mockResolvedValue(undefined);
    vi.spyOn(DiskStore.prototype, 'get').mockResolvedValue(undefined);
    const store = new DiskStore({ folder: '/nowhere', maxBytes: 1 });
    const { askPath, seal, services } = createResponder({ take: onlyFallback, config: { fallback }, store });
    await services.fallback.prepare();
    await askPath(await seal(hello));
    expect(set).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });

  it.each([
    ['has no such template', { template: 'gone', props: {} }],
    ['is not valid', { template: 'plain', props: {} }],
  ])('that %s is said at start, and the drawing is shown', async (_name, wrong) => {
    const { askPath, seal, services } = createResponder({ take: gone, config: { fallback: wrong } });
    await expect(services.fallback.prepare()).rejects.toThrow('OG_FALLBACK is no card');
    expect(await sizeOf(await askPath(await seal(hello)))).toBe('jpeg 1200×630');
  });
});
