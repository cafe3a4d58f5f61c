import { defineTemplate, type Template, text, z } from 'cardstock-og';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { pictureRules } from '../../../src/pictures/sized/rules.ts';
import { sizesOfCards } from '../../../src/pictures/sized/sizes-of-cards.ts';
import type { Config } from '../../../src/config.ts';
import { signedUrl } from '../../../src/serve/url/signed-url.ts';
import { encodePayload, isPayload } from '../../../src/serve/url/payload.ts';
import { DiskStore } from '../../../src/serve/cache/stores/disk-store.ts';
import { createResponder, origin, renderer, secrets } from '../../support/services.ts';
import { asItIs } from '../../support/fake-camera.ts';
import { keysOf } from '../../serve/cache/support/stores.ts';
import { folderOf } from './support.ts';

const sizes = sizesOfCards(pictureRules.parse({}));
const card = { template: 'plain', props: { title: 'Hello' } };
const long = { template: 'plain', props: { title: 'Hello, and goodbye, and hello. '.repeat(3) } };
let photographed: Buffer;

beforeAll(async () => {
  const blank = { create: { width: 1200, height: 630, channels: 3, background: '#06c' } } as const;
  photographed = await sharp(blank).jpeg().toBuffer();
});

function respond({ templates, ...terms }: { templates?: readonly Template[] } & Partial<Config> = {}) {
  const timings = { queueMs: 1, frameMs: 2, encodeMs: 3 };
  const store = new DiskStore({ folder: folderOf({}), maxBytes: 1e9 });
  const responder = createResponder({
    config: { secrets, production: true, allowUnsigned: false, ...terms },
    ...(templates && { templates }),
    store,
    take: (_document, format) =>
      Promise.resolve({ bytes: photographed, format, width: 1200, height: 630, ...asItIs, timings }),
  });
  Object.assign(responder.services, { sizes });
  return { ...responder, stored: () => keysOf(store) };
}

async function factsOf(response: Response) {
  const { width, height, format } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  return { width, height, format };
}

describe('a card in a size', () => {
  it.each([
    ['sm', { width: 320, height: 168 }],
    ['md', { width: 640, height: 336 }],
    ['thumb', { width: 200, height: 200 }],
    ['xl', { width: 1200, height: 630 }],
  ])('%s is that large', async (size, expected) => {
    const { seal, askPath } = respond();
    const response = await askPath(await seal(card, { size }));
    expect(response.status).toBe(200);
    expect(response.headers.get('cardstock-not-enlarged')).toBe(size === 'xl' ? '1200x630' : null);
    expect(await factsOf(response)).toEqual({ ...expected, format: 'jpeg' });
  });

  it('is made of the card that is kept, and that is photographed once', async () => {
    const { seal, askPath, camera, stored } = respond();
    for (const request of [card, long]) {
      await askPath(await seal(request));
      for (const size of ['sm', 'md', 'lg', 'md']) await askPath(await seal(request, { size }));
    }
    expect(camera.taken).toHaveLength(2);
    expect(await stored()).toHaveLength(8);
  });

  it('that comes first photographs the card once for all of them', async () => {
    const { seal, askPath, camera } = respond();
    const urls = await Promise.all(['sm', 'md', 'lg', undefined].map((size) => seal(card, { size })));
    const answers = await Promise.all([...urls, ...urls].map((url) => askPath(url)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(camera.taken).toHaveLength(1);
  });

  it('has a tag of its own, is fresh before any work, and is kept for good', async () => {
    const { seal, askPath, camera } = respond();
    const whole = await askPath(await seal(card));
    const url = await seal(card, { size: 'md' });
    const small = await askPath(url);
    const etag = small.headers.get('etag')!;
    expect(etag).not.toBe(whole.headers.get('etag'));
    expect(small.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await askPath(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await askPath(url)).headers.get('cache-status')).toBe('cardstock; hit; detail=memory');
    expect(camera.taken).toHaveLength(1);
  });

  it('is signed as the card is, and a signature of the card is none for it', async () => {
    const { seal, askPath, camera } = respond();
    const url = await seal(card);
    const [path = '', query = ''] = url.split('?');
    expect((await askPath(`${path.replace('.jpg', '-md.jpg')}?${query}`)).status).toBe(403);
    expect((await askPath(path.replace('.jpg', '-md.jpg'))).status).toBe(403);
    expect((await askPath((await seal(card, { size: 'md' })).replace('-md', ''))).status).toBe(403);
    expect(camera.taken).toEqual([]);
  });

  it('that there is not is told, with what was meant', async () => {
    const { seal, askPath, camera } = respond();
    const accept = { headers: { accept: 'application/json' } };
    const response = await askPath(await seal(card, { size: 'medim' }), accept);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Valid: sm, md, lg, xl, thumb');
    const near = await askPath(await seal(long, { size: 'thum' }), accept);
    expect(await near.text()).toContain('Did you mean \\"thumb\\"');
    expect(camera.taken).toEqual([]);
  });

  it.each(['Hi', 'Hi!', 'Hi you', 'one and one and one and one and one is five'])(
    'has a name that is no card of its own: %s',
    (title) => {
      const card = { template: 'plain', props: { title } };
      const payload = encodePayload({ card, version: Buffer.alloc(6), strict: false });
      expect(isPayload(payload)).toBe(true);
      for (const size of ['sm', 'md', 'thumb', '10x10']) expect(isPayload(`${payload}-${size}`)).toBe(false);
    },
  );
});

describe('a readable address with a size', () => {
  const query = '?template=plain&title=Hello';
  const terms = { production: false, allowUnsigned: true };

  it('shows the card in that size, photographed once for all of them', async () => {
    const { ask, camera, stored } = respond(terms);
    const sizes = ['sm', 'md', 'thumb', 'md'];
    const answers = await Promise.all(sizes.map((size) => ask(`${query}&size=${size}`)));
    expect(await Promise.all(answers.map(factsOf))).toEqual(
      [320, 640, 200, 640].map((width) => expect.objectContaining({ width }) as object),
    );
    const [whole, again] = [await ask(query), await ask(`${query}&size=md`)];
    expect(await factsOf(whole)).toMatchObject({ width: 1200 });
    expect(again.headers.get('etag')).not.toBe(whole.headers.get('etag'));
    expect(again.headers.get('cache-control')).toBe(whole.headers.get('cache-control'));
    const known = { headers: { 'if-none-match': again.headers.get('etag')! } };
    expect((await ask(`${query}&size=md`, known)).status).toBe(304);
    expect(camera.taken).toHaveLength(1);
    expect(await stored()).toHaveLength(4);
  });

  it('is signed as a whole', async () => {
    const { askPath } = respond();
    const [, path = ''] = new RegExp(`^${origin}(.*)$`).exec(`${renderer}${query}`)!;
    const signed = signedUrl(`${path}&size=md`, secrets[0]);
    expect(await factsOf(await askPath(signed))).toMatchObject({ width: 640 });
    expect((await askPath(signed.replace('size=md', 'size=sm'))).status).toBe(403);
    expect((await askPath(signed.replace('&size=md', ''))).status).toBe(403);
    expect((await askPath(signedUrl(path, secrets[0]).replace('&sig', '&size=md&sig'))).status).toBe(403);
  });

  it('that there is not is told, with what was meant, and nothing is photographed', async () => {
    const { ask, camera } = respond(terms);
    const accept = { headers: { accept: 'application/json' } };
    const response = await ask(`${query}&size=medim`, accept);
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('Valid: sm, md, lg, xl, thumb'),
    ]);
    expect((await ask('?template=nowhere&size=md', accept)).status).toBe(404);
    expect((await ask('?size=md', accept)).status).toBe(400);
    expect(camera.taken).toEqual([]);
  });

  it('is a prop where the template has one of that name', async () => {
    const sizable = defineTemplate({
      name: 'sizable',
      description: 'Words that are small or large.',
      props: z.strictObject({ title: text(20, 'What it says'), size: z.enum(['small', 'large']) }),
      examples: { short: { title: 'Hello', size: 'small' } },
      fonts: [],
      viewport: 'og',
      alt: ({ title }) => title,
      render: ({ title, size }) => `<p class="${size}">${title}</p>`,
      css: '',
    });
    const { ask, camera } = respond({ ...terms, templates: [sizable] });
    const answer = await ask('?template=sizable&title=Hello&size=large');
    expect(await factsOf(answer)).toMatchObject({ width: 1200 });
    expect(camera.taken).toEqual([expect.stringContaining('<p class="large">Hello</p>')]);
  });

  it('is sent on to the sealed address of that size', async () => {
    const { redirect, seal, askPath } = respond(terms);
    const found = await redirect(`/.netlify/functions/process-url${query}&size=md`);
    const location = found.headers.get('location')!;
    expect(location).toBe((await seal(card, { size: 'md' })).replace(/\?sig=.*/, ''));
    expect(await factsOf(await askPath(location))).toMatchObject({ width: 640 });
    expect((await redirect(`/.netlify/functions/process-url${query}&size=huge`)).status).toBe(400);
  });
});
