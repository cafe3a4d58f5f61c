import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Counts } from '../../templates/parts/counts.tsx';

function partsOf(count: string) {
  const html = render(<Counts counts={[count]} />);
  return ['b', 'span'].map((tag) => new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`).exec(html)?.[1]);
}

it.each([
  ['42 posts', '42', 'posts'],
  ['12 800 subscribers', '12 800', 'subscribers'],
  ['1,280 readers a week', '1,280', 'readers a week'],
  ['1.2k stars', '1.2k', 'stars'],
  ['١٢ خطاً', '١٢', 'خطاً'],
  ['記事 310', '310', '記事'],
  ['42', '42', undefined],
  ['42편', '42편', undefined],
  ['many posts', 'many posts', undefined],
])('sets the figure of %j large, and what it counts below', (count, figure, unit) => {
  expect(partsOf(count)).toEqual([figure, unit]);
});

it('tells the stylesheet how long a figure is, so that a long one is set smaller', () => {
  expect(render(<Counts counts={['1,234,567 stars']} />)).toContain('--length:9');
});
