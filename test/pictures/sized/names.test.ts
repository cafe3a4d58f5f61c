import { describe, expect, it } from 'vitest';
import type { CardstockError } from '../../../src/errors.ts';
import { boxOf, cropFor } from '../../../src/pictures/sized/geometry.ts';
import { acceptClass, formatFor } from '../../../src/pictures/sized/negotiate.ts';
import { readPictureAddress } from '../../../src/pictures/sized/read-address.ts';
import { pictureRules } from '../../../src/pictures/sized/rules.ts';
import { pictureKey } from '../../../src/pictures/stored-picture.ts';
import { pictureOfKey } from '../../../src/serve/cache/picture-key.ts';

const rules = pictureRules.parse({ sizes: ['300x200'] });
const read = (name: string, parameters = {}) =>
  readPictureAddress({ pathname: `/img/${name}`, parameters }, '/img/', rules);
/** Each picture and size that a name may mean, in the order in which they are looked for. */
const meaningsOf = (name: string) => read(name).meanings.map(({ base, size }) => `${base} ${size.name}`);

describe('the name of a picture', () => {
  it.each([
    ['photo.jpg', ['photo full'], 'jpeg'],
    ['blog/2026/photo-md.webp', ['blog/2026/photo md', 'blog/2026/photo-md full'], 'webp'],
    ['photo.png-md.avif', ['photo.png md', 'photo.png-md full'], 'avif'],
    ['photo-300x200.png', ['photo 300x200', 'photo-300x200 full'], 'png'],
    ['photo-301x200.png', ['photo-301x200 full'], 'png'],
    ['photo-huge.jpeg', ['photo-huge full'], 'jpeg'],
    ['photo-md.auto', ['photo md', 'photo-md full'], undefined],
    ['photo-md', ['photo md', 'photo-md full'], undefined],
    ['v1.2-notes', ['v1.2-notes full'], undefined],
    ['-md.jpg', ['-md full'], 'jpeg'],
    ['blog/-md.jpg', ['blog/-md full'], 'jpeg'],
    ['photo.JPG', ['photo.JPG full'], undefined],
    ['%E6%B5%B7-md.jpg', ['海 md', '海-md full'], 'jpeg'],
    ['a%20b.jpg', ['a b full'], 'jpeg'],
    ['constructor-toString.jpg', ['constructor-toString full'], 'jpeg'],
  ])('%s', (name, meanings, format) => {
    expect(meaningsOf(name)).toEqual(meanings);
    expect(read(name).format).toBe(format);
  });

  it.each([
    '',
    '../secret.jpg',
    'a/../../secret.jpg',
    '%2e%2e/secret.jpg',
    'a%2fb.jpg',
    'a%5cb.jpg',
    'a%00.jpg',
    '%252e%252e/secret.jpg',
    '.hidden.jpg',
    'a//b.jpg',
    'a/.git/b.jpg',
    '%ff.jpg',
    `${'a'.repeat(800)}.jpg`,
    'a%E2%80%AEb.jpg',
    'e%CC%81.jpg',
  ])('%j is none', (name) => {
    let thrown: unknown;
    try {
      read(name);
    } catch (error) {
      thrown = error;
    }
    expect([400, 404]).toContain((thrown as CardstockError | undefined)?.status);
  });

  it('takes a version and nothing else', () => {
    expect(read('photo.jpg', { v: 'abcdefghij' }).version).toBe('abcdefghij');
    expect(() => read('photo.jpg', { v: 'short' })).toThrow('Parameter "v"');
    expect(() => read('photo.jpg', { width: '9999' })).toThrow('Parameter "width"');
  });
});

describe('what a browser shows', () => {
  it.each([
    ['image/avif,image/webp,image/apng,*/*;q=0.8', 'avif'],
    ['image/webp,*/*;q=0.8', 'webp'],
    ['image/avif;q=0, image/webp', 'webp'],
    ['IMAGE/AVIF', 'avif'],
    ['image/*', 'any'],
    ['*/*', 'any'],
    ['', 'any'],
    [null, 'any'],
    ['image/avif-sequence', 'any'],
  ])('%j is of three classes', (accept, expected) => {
    expect(acceptClass(accept)).toBe(expected);
  });

  it('gets PNG where it shows neither and one sees through the picture', () => {
    const still = { hasAlpha: false, isAnimated: false };
    expect(formatFor('any', still)).toBe('jpeg');
    expect(formatFor('any', { ...still, hasAlpha: true })).toBe('png');
    expect(formatFor('webp', { ...still, hasAlpha: true })).toBe('webp');
    expect(formatFor('avif', still)).toBe('avif');
    expect(formatFor('avif', { ...still, isAnimated: true })).toBe('webp');
  });
});

describe('the size of a picture', () => {
  const large = { width: 4000, height: 3000 };
  it.each([
    [large, { width: 640 }, { width: 640, height: 480, isCut: false, isReduced: false }],
    [large, undefined, { ...large, isCut: false, isReduced: false }],
    [large, { width: 5000 }, { ...large, isCut: false, isReduced: true }],
    [
      large,
      { width: 640, height: 240, fit: 'inside' },
      { width: 320, height: 240, isCut: false, isReduced: false },
    ],
    [large, { width: 200, height: 200 }, { width: 200, height: 200, isCut: true, isReduced: false }],
    [
      { width: 100, height: 300 },
      { width: 200, height: 200 },
      { width: 100, height: 100, isCut: true, isReduced: true },
    ],
    [{ width: 9000, height: 3 }, { width: 320 }, { width: 320, height: 1, isCut: false, isReduced: false }],
  ] as const)('of %o as %o is %o', (from, variant, box) => {
    expect(boxOf(from, variant)).toEqual(box);
  });

  it.each([
    [[0.5, 0.5], { left: 500, top: 0 }],
    [[0, 0], { left: 0, top: 0 }],
    [[1, 1], { left: 1000, top: 0 }],
  ] as const)('is cut with %o in view', (focus, place) => {
    const crop = cropFor({ width: 4000, height: 3000 }, { width: 200, height: 200 }, focus);
    expect(crop).toEqual({ width: 3000, height: 3000, ...place });
  });
});

describe('the key of a picture', () => {
  const stored = { path: 'a/b.jpg', version: '1', size: 'md', format: 'webp', recipe: '' };

  it('says which picture and which size', () => {
    const key = pictureKey(stored);
    expect(key).toMatch(/^@img\/a\/b\.jpg\/md\/[\w-]{22}\.webp$/);
    expect(pictureOfKey(key)).toEqual({ image: 'a/b.jpg', variant: 'md' });
    expect(pictureOfKey('article/og/abc.jpg')).toBeUndefined();
  });

  it('is another one as soon as anything of it is', () => {
    const others = [
      { path: 'a/c.jpg' },
      { version: '2' },
      { size: 'lg' },
      { format: 'avif' },
      { recipe: 'x' },
    ];
    const keys = others.map((other) => pictureKey({ ...stored, ...other }));
    expect(new Set([pictureKey(stored), ...keys]).size).toBe(others.length + 1);
  });

  it('has room for any path', () => {
    expect(pictureKey({ ...stored, path: '海'.repeat(230) }).length).toBeLessThan(120);
  });
});
