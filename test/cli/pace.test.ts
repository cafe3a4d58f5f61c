import { expect, it } from 'vitest';
import { Pace } from '../../src/cli/pace.ts';

it('the rate is that of the last seconds: what was passed over before says nothing of what is left', () => {
  let now = 0;
  const pace = new Pace(() => now);
  expect(pace.tell(0, 20_000)).toBe('0.0/s');
  now = 1_000;
  expect(pace.tell(10_000, 20_000)).toBe('10000/s, 1 s left');
  for (let done = 10_000; now < 12_000; done += 10) {
    now += 1_000;
    pace.tell(done, 20_000);
  }
  now = 13_000;
  expect(pace.tell(10_120, 20_000)).toMatch(/^1[01]\/s, 1[56] min left$/);
});

it.each([
  [60, '1.0/s, 60 s left'],
  [600, '1.0/s, 10 min left'],
  [36_000, '1.0/s, 10 h left'],
])('for %i more it takes as long as they take', (left, words) => {
  let now = 0;
  const pace = new Pace(() => now);
  now = 5_000;
  expect(pace.tell(5, left + 5)).toBe(words);
});

it('without an end there is a rate', () => {
  let now = 0;
  const pace = new Pace(() => now);
  now = 100;
  expect(pace.tell(2)).toBe('20/s');
});
