import { beforeEach, describe, expect, it } from 'vitest';
import { CdnPurgeError } from '../../../src/errors.ts';
import type { Cdn, CdnPurge } from '../../../src/serve/cache/cdn/cdn.ts';
import { picturePrefix } from '../../../src/serve/cache/picture-key.ts';
import { purgeCache } from '../../../src/serve/cache/purge-cache.ts';
import type { PurgeFilter } from '../../../src/serve/cache/purge.ts';
import { imageTag, tagsOf } from '../../../src/serve/cache/tags.ts';
import { DiskStore } from '../../../src/serve/cache/stores/disk-store.ts';
import { completePaths } from '../../../src/serve/url/paths.ts';
import { makeFolder } from './support/folders.ts';
import { packed } from './support/images.ts';
import { keysOf } from './support/stores.ts';

const config = { paths: completePaths({}) };
const long = `${'a/'.repeat(300)}photo.jpg`;
const picture = (image: string, variant: string) => `${picturePrefix(image)}${variant}/abc.webp`;
const keys = [
  'article/og/a.jpg',
  'plain/og/a.jpg',
  'plain/square/a.jpg',
  'img/og/a.jpg', // of a template called so
  picture('photo.jpg', 'md'),
  picture('blog/photo.jpg', 'md'),
  picture('blog/photo.jpg', 'og'),
  picture('blog/photo.jpg.png', 'md'),
  picture('Grüße, 1.jpg', 'sm'),
  picture(long, 'sm'),
];

let store: DiskStore;
beforeEach(async () => {
  store = new DiskStore({ folder: makeFolder(), maxBytes: 1_000_000 });
  for (const key of keys) await store.set(key, packed());
});

/** A CDN that notes what it is told. */
function noting(name = 'a CDN') {
  const told: CdnPurge[] = [];
  const cdn: Cdn = { name, purge: (what) => Promise.resolve(void told.push(what)) };
  return { cdn, told };
}

const failing = (error: Error): Cdn => ({ name: 'a CDN that fails', purge: () => Promise.reject(error) });
const cards = ['/og/*', '/.netlify/functions/gen-opengraph-image*'];

describe('a purge', () => {
  it.each<[PurgeFilter, string[], CdnPurge]>([
    [
      { image: 'blog/photo.jpg' },
      [picture('blog/photo.jpg', 'md'), picture('blog/photo.jpg', 'og')],
      { tags: ['image-blog/photo.jpg'], paths: ['/img/blog/photo*'] },
    ],
    [
      { image: 'Grüße, 1.jpg' },
      [picture('Grüße, 1.jpg', 'sm')],
      { tags: ['image-Gr%C3%BC%C3%9Fe%2C%201.jpg'], paths: ['/img/Gr*'] },
    ],
    [
      { image: 'blog/photo.jpg', variant: 'md' },
      [picture('blog/photo.jpg', 'md')],
      { tags: ['image-blog/photo.jpg'], paths: ['/img/blog/photo*'] },
    ],
    [
      { template: 'plain' },
      ['plain/og/a.jpg', 'plain/square/a.jpg'],
      { tags: ['template-plain'], paths: cards },
    ],
    [{ template: 'img' }, ['img/og/a.jpg'], { tags: ['template-img'], paths: cards }],
    [
      { variant: 'md' },
      [picture('photo.jpg', 'md'), picture('blog/photo.jpg', 'md'), picture('blog/photo.jpg.png', 'md')],
      { tags: ['variant-md'], paths: ['/img/*'] },
    ],
    [{ tag: 'template-article' }, ['article/og/a.jpg'], { tags: ['template-article'], paths: cards }],
    [
      { tag: imageTag('blog/photo.jpg') },
      [picture('blog/photo.jpg', 'md'), picture('blog/photo.jpg', 'og')],
      { tags: ['image-blog/photo.jpg'], paths: ['/img/blog/photo*'] },
    ],
    [
      { image: long },
      [picture(long, 'sm')],
      { tags: [imageTag(long)], paths: [`/img/${long.replace('.jpg', '')}*`] },
    ],
    [{ tag: imageTag(long) }, [picture(long, 'sm')], { tags: [imageTag(long)], paths: ['/img/*'] }],
    [
      { tag: imageTag('Grüße, 1.jpg') },
      [picture('Grüße, 1.jpg', 'sm')],
      { tags: ['image-Gr%C3%BC%C3%9Fe%2C%201.jpg'], paths: ['/img/Gr*'] },
    ],
    [{ tag: 'image-%' }, [], { tags: ['image-%'], paths: ['/img/*'] }],
    [
      { variant: 'og' },
      keys.filter((key) => key.includes('/og/')),
      { tags: ['variant-og'], paths: [...cards, '/img/*'] },
    ],
    [
      { tag: 'variant-md' },
      keys.filter((key) => key.includes('/md/')),
      { tags: ['variant-md'], paths: ['/img/*'] },
    ],
    [{ tag: 'img' }, keys.filter((key) => key.startsWith('@')), { tags: ['img'], paths: ['/img/*'] }],
    [{ tag: 'cardstock' }, keys, { tags: ['cardstock'], paths: [...cards, '/img/*'] }],
    [{ tag: 'none-of-ours' }, [], { tags: ['none-of-ours'], paths: [...cards, '/img/*'] }],
    [{}, keys, { tags: ['cardstock'], paths: [...cards, '/img/*'] }],
  ])('of %j removes what fits, and tells the CDN no less', async (filter, gone, what) => {
    const { cdn, told } = noting();
    const report = await purgeCache(filter, { store, cdns: [cdn], config });
    expect(report).toEqual({ removed: gone.length, purged: ['a CDN'], failures: [] });
    expect((await keysOf(store)).sort()).toEqual(keys.filter((key) => !gone.includes(key)).sort());
    expect(told).toEqual([what]);
  });

  it('tells the CDN after the store, which a CDN that forgets asks again', async () => {
    let left: string[] = [];
    const cdn = { name: 'a CDN', purge: async () => void (left = await keysOf(store)) };
    await purgeCache({ template: 'plain' }, { store, cdns: [cdn], config });
    expect(left.filter((key) => key.startsWith('plain/'))).toEqual([]);
  });

  it('by age is no matter of CDNs', async () => {
    const { cdn, told } = noting();
    const report = await purgeCache({ olderThanMs: 0 }, { store, cdns: [cdn], config });
    expect(report).toEqual({ removed: keys.length, purged: [], failures: [] });
    expect(told).toEqual([]);
  });

  it('that one CDN refuses reaches the others, and says which has them still', async () => {
    const { cdn, told } = noting();
    const refusal = new CdnPurgeError('a CDN that fails', 'it answered 500');
    const cdns = [failing(refusal), cdn, failing(new Error('out of the blue'))];
    const { removed, purged, failures } = await purgeCache({}, { store, cdns, config });
    expect({ removed, purged }).toEqual({ removed: keys.length, purged: ['a CDN'] });
    expect(failures.map(({ message }) => message)).toEqual([
      'a CDN that fails was not purged: it answered 500.',
      'a CDN that fails was not purged: out of the blue.',
    ]);
    expect(told).toHaveLength(1);
    expect(await keysOf(store)).toEqual([]);
  });

  it('without a store reaches the CDN all the same', async () => {
    const { cdn, told } = noting();
    expect(await purgeCache({ variant: 'og' }, { store: undefined, cdns: [cdn], config })).toMatchObject({
      removed: 0,
    });
    expect(told).toHaveLength(1);
  });
});

describe('a tag', () => {
  it('is plain ASCII without commas and spaces, and short, whatever a picture is called', () => {
    for (const image of ['a, b.jpg', '日本/🙂.jpg', 'a'.repeat(600), "it's (1)!.png", 'ä'.repeat(300)]) {
      for (const tag of tagsOf({ image, variant: 'md' }))
        expect(tag).toMatch(/^[\x21-\x2b\x2d-\x7e]{1,210}$/);
    }
  });

  it('is of one picture alone', () => {
    const images = ['a.jpg', 'A.jpg', 'a%2Cb.jpg', 'a,b.jpg', `${'a'.repeat(300)}1`, `${'a'.repeat(300)}2`];
    expect(new Set(images.map(imageTag)).size).toBe(images.length);
  });
});
