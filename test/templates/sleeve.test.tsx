import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Sleeve } from '../../templates/parts/sleeve.tsx';
import { Wave } from '../../templates/parts/timeline.tsx';

const shows = [
  'Slow Water',
  'Slow Waters',
  'Field Recordings',
  'أصوات من البحر',
  '새벽의 사람들',
  'A',
  'B',
  'C',
];

it.each([
  ['sleeve', (words: string) => render(<Sleeve words={words} />)],
  ['wave', (words: string) => render(<Wave words={words} />)],
])('draws one %s for the same words, and another for others', (_name, draw) => {
  expect(shows.map(draw)).toEqual(shows.map(draw));
  expect(new Set(shows.map(draw)).size).toBe(shows.length);
});

it('draws a sleeve that reaches every corner from wherever its rings begin', () => {
  for (const words of shows) {
    const html = render(<Sleeve words={words} />);
    const [, x, y, radius] = /<circle cx="(\d+)" cy="(\d+)" r="([\d.]+)"/.exec(html)!.map(Number);
    const farthest = Math.hypot(Math.max(x!, 100 - x!), Math.max(y!, 100 - y!));
    expect(radius).toBeGreaterThan(farthest);
  }
});

it('draws the rings of a film around its middle, where the mark to play it is', () => {
  for (const words of shows) {
    expect(render(<Sleeve words={words} isCentred />)).toContain('<circle cx="50" cy="50"');
  }
});
