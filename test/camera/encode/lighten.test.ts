import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestWithin } from '../../../src/camera/encode/lighten.ts';

const qualities = [90, 87, 84, 81, 78, 75];

it('finds the best that fits, else the least, and makes three pictures at most', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 1000 }), async (anyOrder, budgetBytes) => {
      const ordered = anyOrder.toSorted((one, other) => other - one);
      const sizeOf = new Map(qualities.map((quality, index) => [quality, ordered[index]!]));
      const made: number[] = [];
      const { bytes, quality } = await bestWithin(budgetBytes, qualities, (quality) => {
        made.push(quality);
        return Promise.resolve(Buffer.alloc(sizeOf.get(quality)!));
      });
      const wanted = qualities.find((candidate) => sizeOf.get(candidate)! <= budgetBytes) ?? 75;
      expect(quality).toBe(wanted);
      expect(bytes.length).toBe(sizeOf.get(wanted));
      expect(made.length).toBeLessThanOrEqual(3);
    }),
  );
});
