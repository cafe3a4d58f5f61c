import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pinnedEngine } from '../../src/card/engine.ts';
import { cacheKey, contentVersion } from '../../src/card/key.ts';
import { variants } from '../../src/card/variants.ts';

const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
};

const face = { id: 'a', family: 'A', weight: 400, unicodeRange: 'U+0-10FFFF', data: '' };
const document = {
  html: '<p>Hello</p>',
  faces: [face],
  missingGlyphs: [],
  missingFonts: [],
  viewport: variants.og,
};
const others = [
  { ...document, html: '<p>hello</p>' },
  { ...document, faces: [] },
  { ...document, faces: [{ ...face, id: 'b' }] },
  { ...document, viewport: variants.x },
  { ...document, viewport: variants['og@2x'] },
];

describe('the engine of a content version', () => {
  it('is what package.json pins, for another browser or encoder draws another picture', () => {
    for (const name of ['@sparticuz/chromium', 'sharp']) {
      expect(pinnedEngine).toContain(`${name} ${dependencies[name]}`);
    }
  });
});

describe('a content version', () => {
  it('is six bytes that change with the document and its size', () => {
    expect(contentVersion(document)).toHaveLength(6);
    for (const other of others) expect(contentVersion(other)).not.toEqual(contentVersion(document));
  });
});

describe('a cache key', () => {
  it('changes with the document, its size, the format and the engine', () => {
    const key = cacheKey(document, 'jpeg', 'one');
    expect(key).toMatch(/^[\w-]{22}$/);
    for (const other of others) expect(cacheKey(other, 'jpeg', 'one')).not.toBe(key);
    expect(cacheKey(document, 'png', 'one')).not.toBe(key);
    expect(cacheKey(document, 'jpeg', 'two')).not.toBe(key);
  });
});
