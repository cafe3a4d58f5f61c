import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { pictureRules } from '../../../src/pictures/sized/rules.ts';
import { sizesOfCards } from '../../../src/pictures/sized/sizes-of-cards.ts';
import { encodePayload, isPayload } from '../../../src/serve/url/payload.ts';
import { DiskStore } from '../../../src/serve/cache/stores/disk-store.ts';
import { createResponder, secrets } from '../../support/services.ts';
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

function respond() {
  const timings = { queueMs: 1, frameMs: 2, encodeMs: 3 };
  const store = new DiskStore({ folder: folderOf({}), maxBytes: 1e9 });
  const responder = createResponder({
    config: { secrets, production: true, allowUnsigned: false },
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
