import { beforeEach, describe, expect, it, vi } from 'vitest';
import { QueueFullError, RenderTimeoutError } from '../../../src/errors.ts';
import { limits } from '../../../src/serve/limits.ts';
import { templates } from '../../../templates/index.ts';
import { asItIs } from '../../support/fake-camera.ts';
import { createResponder } from '../../support/services.ts';

const hello = '?template=plain&title=Hello';

describe('a good request', () => {
  it('is answered with the image and the headers it needs', async () => {
    const { ask } = createResponder();
    const response = await ask(hello);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(bytes.toString()).toBe('a picture');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      etag: expect.stringMatching(/^"[\w-]{22}"$/) as string,
    });
  });

  it('names the characters that no font can draw, and nothing where there are none', async () => {
    const { ask } = createResponder();
    const missing = async (title: string) =>
      (await ask(`?template=plain&title=${encodeURIComponent(title)}`)).headers.get(
        'cardstock-missing-glyphs',
      );
    expect(await missing('Hello 𓀀 \u{10FFFD}')).toBe('U+13000, U+10FFFD');
    expect(await missing('日本語 العربية 😀 ∑')).toBeNull();
  });

  it('names the families that no template declares', async () => {
    const askIn = async (stack: string) => {
      const [plain] = templates.filter(({ name }) => name === 'plain');
      const { ask } = createResponder({ templates: [{ ...plain!, css: `h1{font-family:${stack}}` }] });
      return (await ask(hello)).headers.get('cardstock-missing-fonts');
    };
    expect(await askIn('Outfit, "游ゴシック, M", sans-serif')).toBe(
      'Outfit, %E6%B8%B8%E3%82%B4%E3%82%B7%E3%83%83%E3%82%AF%2C%20M',
    );
    expect(await askIn('Inter')).toBeNull();
  });

  it('is timed phase by phase', async () => {
    const { ask } = createResponder();
    const phases = (await ask(hello)).headers.get('server-timing')!.split(', ');
    expect(phases.map((phase) => phase.replace(/;dur=\d+\.\d$/, ''))).toEqual([
      'parse',
      'html',
      'images',
      'queue',
      'frame',
      'encode',
    ]);
  });

  it('names a cold start when it was one', async () => {
    const { ask } = createResponder({
      take: (_document, format) => {
        const timings = { queueMs: 0, frameMs: 1, encodeMs: 1, coldStartMs: 300 };
        return Promise.resolve({ bytes: Buffer.from('x'), format, width: 1, height: 1, ...asItIs, timings });
      },
    });
    expect((await ask(hello)).headers.get('server-timing')).toContain('cold;dur=300.0');
  });

  it('may be cached for an hour in production', async () => {
    const { ask } = createResponder({ config: { production: true } });
    expect((await ask(hello)).headers.get('cache-control')).toMatch(/^public, max-age=3600/);
  });

  it('by HEAD has the same headers and no body', async () => {
    const ask = (init?: RequestInit) => createResponder().ask(hello, init);
    const [get, head] = [await ask(), await ask({ method: 'HEAD' })];
    expect(await head.text()).toBe('');
    const withoutTimes = (response: Response) =>
      [...response.headers].filter(([name]) => !['server-timing', 'last-modified'].includes(name));
    expect(withoutTimes(head)).toEqual(withoutTimes(get));
  });

  it('by POST, as Cloudinary sends it, is the card of its URL whatever the body says', async () => {
    const { ask, camera } = createResponder();
    const body = new FormData();
    body.set('file', new Blob(['pixel'], { type: 'image/png' }), 'pixel.png');
    body.set('metadata', JSON.stringify({ template: 'article', title: 'from the body' }));
    const response = await ask(hello, { method: 'POST', body });
    expect(response.status).toBe(200);
    expect(camera.taken[0]).toContain('Hello');
    expect(camera.taken[0]).not.toContain('from the body');
  });
});

describe('If-None-Match', () => {
  it.each([
    ['the tag', (tag: string) => tag],
    ['the tag in a list', (tag: string) => `"other", ${tag}`],
    ['the tag made weak by a proxy', (tag: string) => `W/${tag}`],
    ['any tag', () => '*'],
  ])('with %s is answered 304 before any browser work', async (_name, header) => {
    const { ask, camera } = createResponder();
    const tag = (await ask(hello)).headers.get('etag')!;
    const response = await ask(hello, { headers: { 'if-none-match': header(tag) } });
    expect(response.status).toBe(304);
    expect(response.headers.get('etag')).toBe(tag);
    expect(camera.taken).toHaveLength(1);
  });

  it.each(['"other"', 'nonsense', '""'])('with %s is answered with the image', async (header) => {
    const { ask } = createResponder();
    expect((await ask(hello, { headers: { 'if-none-match': header } })).status).toBe(200);
  });

  it('on POST is ignored: Cloudinary needs its image', async () => {
    const { ask } = createResponder();
    const tag = (await ask(hello)).headers.get('etag')!;
    const headers = { 'if-none-match': tag };
    expect((await ask(hello, { method: 'POST', body: 'x', headers })).status).toBe(200);
  });
});

const plain = templates.find(({ name }) => name === 'plain')!;
const templateNames = templates.map(({ name }) => name);
const plainProps = ['title', 'subtitle', 'site', 'logo', 'theme', 'brand'];

describe('a bad request', () => {
  const longUrl = `${hello}${'a'.repeat(limits.urlBytes)}`;
  it.each([
    ['no template', '', 400, 'template', templateNames],
    ['an unknown template', '?template=nope', 404, 'template', templateNames],
    ['a prototype name', '?template=__proto__', 404, 'template', templateNames],
    ['a missing prop', '?template=plain', 400, 'title', undefined],
    ['an empty prop', '?template=plain&title=', 400, 'title', undefined],
    ['a blank prop', '?template=plain&title=%20%0A', 400, 'title', undefined],
    ['a prop beyond its limit', `${hello}${'a'.repeat(200)}`, 400, 'title', undefined],
    ['an unknown prop', `${hello}&colour=red`, 400, 'colour', plainProps],
    ['a prototype prop', `${hello}&__proto__=red`, 400, '__proto__', plainProps],
    ['a repeated prop', `${hello}&title=again`, 400, 'title', undefined],
    ['a repeated template', `${hello}&template=article`, 400, 'template', undefined],
    ['an unknown format', `${hello}&format=gif`, 400, 'format', ['jpeg', 'png', 'webp']],
    ['an unknown example', `${hello}&example=nope`, 400, 'example', Object.keys(plain.examples)],
    ['a free size', `${hello}&width=9999`, 400, 'width', plainProps],
    [
      'an unknown variant',
      `${hello}&variant=9999x9999`,
      400,
      'variant',
      ['og', 'x', 'square', 'portrait', 'og@2x'],
    ],
    ['an unknown theme', '?template=article&title=a&theme=red', 400, 'theme', ['light', 'dark']],
    ['an avatar to fetch', '?template=article&title=a&avatar=http://10.0.0.1/', 400, 'avatar', undefined],
    [
      'an avatar that is SVG',
      '?template=article&title=a&avatar=data:image/svg%2Bxml;base64,AAAA',
      400,
      'avatar',
      undefined,
    ],
    ['a date that is none', '?template=article&title=a&date=2026-02-30', 400, 'date', undefined],
    ['too many tags', '?template=article&title=a&tags=a,b,c,d,e', 400, 'tags', undefined],
    ['too long a tag', `?template=article&title=a&tags=${'b'.repeat(25)}`, 400, 'tags.0', undefined],
    ['too long a URL', longUrl, 414, undefined, undefined],
  ])(
    'with %s is refused by name, uncached, and nothing is rendered',
    async (_name, query, status, parameter, validValues) => {
      const { ask, camera } = createResponder();
      const response = await ask(query, { headers: { accept: 'application/json' } });
      const { error } = (await response.json()) as { error: Record<string, unknown> };
      expect(response.status).toBe(status);
      expect(error['parameter']).toBe(parameter);
      expect(error['validValues']).toEqual(validValues);
      if (parameter) expect(error['message']).toContain(`"${parameter}"`);
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(camera.taken).toEqual([]);
    },
  );

  it.each([
    ['application/json', 'application/json'],
    ['application/json, text/plain;q=0.5', 'application/json'],
    ['image/avif,image/webp,*/*;q=0.8', 'text/plain; charset=utf-8'],
    ['text/html', 'text/plain; charset=utf-8'],
    [undefined, 'text/plain; charset=utf-8'],
  ])('from a client that accepts %s is explained as %s', async (accept, type) => {
    const { ask } = createResponder();
    const response = await ask('?template=nope', { headers: accept ? { accept } : {} });
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toContain('article');
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s is told the methods', async (method) => {
    const { ask } = createResponder();
    const response = await ask(hello, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('with too large a body is refused before it is read whole', async () => {
    const { ask, camera } = createResponder();
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(2 ** 20));
      },
    });
    const response = await ask(hello, { method: 'POST', body: endless, duplex: 'half' } as RequestInit);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(15);
    expect(camera.taken).toEqual([]);
  });

  it('whose body breaks off is a bad request', async () => {
    const { ask } = createResponder();
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new Error('reset')),
    });
    const response = await ask(hello, { method: 'POST', body: broken, duplex: 'half' } as RequestInit);
    expect(response.status).toBe(400);
  });

  it('without a signature is refused where signatures are required', async () => {
    const { ask, camera } = createResponder({ config: { allowUnsigned: false } });
    expect((await ask(hello)).status).toBe(403);
    expect(camera.taken).toEqual([]);
  });
});

describe('trouble of our own, told to an API client', () => {
  const json = { headers: { accept: 'application/json' } };
  const failing = (error: Error) =>
    createResponder({ take: () => Promise.reject(error), config: { production: true } });
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it('a full queue is a 503 that says when to come back', async () => {
    const response = await failing(new QueueFullError()).ask(hello, json);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('a passed deadline is a 504', async () => {
    const response = await failing(new RenderTimeoutError(20_000)).ask(hello, json);
    expect(response.status).toBe(504);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('a bug goes to the log and not to the stranger', async () => {
    const response = await failing(new Error('password=hunter2')).ask(hello, json);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
    expect(console.error).toHaveBeenCalledOnce();
  });
});
