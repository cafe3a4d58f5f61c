import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Chart } from '../../templates/parts/chart.tsx';

interface Bar {
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  readonly head: number;
  readonly isLast: boolean;
}

/** The bars of a chart of 400 by 100, read from their paths. */
function barsOf(series: number[], width = 400): Bar[] {
  const svg = render(<Chart series={series} kind="bars" width={width} height={100} />);
  return Array.from(
    svg.matchAll(/<path[^>]* d="M(\d+) (\d+)V[\d.-]+A[^H]* (\d+)H\d+A[^V]*? (\d+) -?[\d.]+V[^>]*>/g),
  ).map(([path, left, foot, head, right]) => ({
    left: Number(left),
    right: Number(right),
    foot: Number(foot),
    head: Number(head),
    isLast: path.includes(' class="last"'),
  }));
}

const heights = (series: number[]) => barsOf(series).map(({ foot, head }) => foot - head);

describe('bars', () => {
  it('are as high as their numbers, and the highest as high as the chart', () => {
    expect(heights([25, 100, 50])).toEqual([25, 100, 50]);
  });

  it('stand on whole pixels, from edge to edge, and do not touch', () => {
    for (const count of [2, 3, 5, 7, 12, 23, 24]) {
      const bars = barsOf(Array.from({ length: count }, (_, index) => index + 1));
      expect(bars).toHaveLength(count);
      expect(bars.at(-1)!.right).toBe(400);
      for (const [index, { left, right }] of bars.entries()) {
        expect([left, right].every(Number.isInteger)).toBe(true);
        if (index > 0) expect(left).toBeGreaterThan(bars[index - 1]!.right);
      }
    }
    expect(barsOf([1, 2, 3, 4])[0]!.left).toBe(0);
  });

  it('mark the last one only', () => {
    expect(barsOf([3, 2, 1]).map(({ isLast }) => isLast)).toEqual([false, false, true]);
  });

  it('hang below zero where numbers are negative', () => {
    expect(heights([-50, 50])).toEqual([-50, 50]);
    expect(barsOf([-50, 50]).map(({ foot }) => foot)).toEqual([50, 50]);
  });

  it('are still seen where there is nothing', () => {
    expect(heights([0, 0, 0])).toEqual([4, 4, 4]);
    expect(heights([0, 100])).toEqual([4, 100]);
  });

  it('are never wider than a step allows', () => {
    const [first, last] = barsOf([1, 2], 1000);
    expect(last!.right).toBe(1000);
    expect(first!.left).toBeGreaterThan(700);
  });

  it('take the largest numbers a card takes', () => {
    expect(heights([1e15, -1e15])).toEqual([50, -50]);
  });
});

describe('a line', () => {
  const pointsOf = (series: number[]) => {
    const svg = render(<Chart series={series} kind="line" width={400} height={100} />);
    const [, path] = svg.match(/<path(?=[^>]* class="line")[^>]* d="M([^"]+)"/)!;
    const [, x, y] = svg.match(/<circle(?=[^>]* class="last")[^>]* cx="(\d+)" cy="(\d+)"/)!;
    return {
      points: path!.split('L').map((point) => point.split(' ').map(Number)),
      end: [Number(x), Number(y)],
    };
  };

  it('goes from edge to edge, and ends in its mark', () => {
    const { points, end } = pointsOf([1, 5, 3]);
    expect(points).toHaveLength(3);
    expect(points[0]![0]).toBe(3);
    expect(points.at(-1)).toEqual(end);
    expect(end[0]).toBe(400 - 13);
  });

  it('is highest where its number is, and stays in its box', () => {
    const { points } = pointsOf([1, 9, 4]);
    const levels = points.map(([, y]) => y!);
    expect(Math.min(...levels)).toBe(levels[1]);
    expect(levels.every((y) => y >= 13 && y <= 87)).toBe(true);
  });

  it('is level where all numbers are alike', () => {
    expect(pointsOf([7, 7, 7]).points.map(([, y]) => y)).toEqual([50, 50, 50]);
  });
});
