import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/pictures/import/place.ts';
import { problemOfPicturePath } from '../../../src/pictures/path.ts';
import { badPaths } from '../originals/conformance.ts';

const here = { prefix: '', rename: true };

describe('renamed', () => {
  it.each(badPaths)('%j is a path that a picture may have, or has none', (path) => {
    const place = placeOf(path, here);
    if ('path' in place) expect(problemOfPicturePath(place.path)).toBeUndefined();
    else expect(place.problem).toMatch(/^its path /);
  });

  it('whatever it is called, a picture has one place, and only one', () => {
    const places = new Map<string, string>();
    const letters = fc.constantFrom(...Array.from('ab/.:%?#*" \\<>|\u0000\u202eéß日🙂'));
    fc.assert(
      fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 12 }), (name) => {
        const source = `${name}.png`;
        const place = placeOf(source, here);
        if (!('path' in place)) return;
        expect(problemOfPicturePath(place.path)).toBeUndefined();
        expect(placeOf(source, here)).toEqual(place);
        expect(place.path).toMatch(/\.png$/);
        expect(places.get(place.path) ?? source).toBe(source);
        places.set(place.path, source);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });
});

it('what a picture may be called stays as it is', () => {
  expect(placeOf('blog/a b (1).png', here)).toEqual({ path: 'blog/a b (1).png' });
  expect(placeOf('a.png', { prefix: 'blog/', rename: false })).toEqual({ path: 'blog/a.png' });
});

it('without renaming it is told what is wrong', () => {
  expect(placeOf('a?.png', { prefix: '', rename: false })).toEqual({
    problem: expect.stringContaining('its path holds a control character or one of') as string,
  });
});
