import { expect, it } from 'vitest';
import { formatWarmSummary, warmExitCode } from '../../../src/site/warm/format.ts';
import type { WarmSummary } from '../../../src/site/warm/warm.ts';

const summary: WarmSummary = {
  pages: 4,
  pagesWithoutImage: 1,
  warmed: 2,
  skipped: 1,
  failed: 2,
  bytes: 1_234_567,
  failures: [
    { address: 'https://example.com/a\u001B[2J.jpg', from: 'index.html', reason: 'it is empty' },
    {
      address: 'https://example.com/map.xml',
      from: 'https://example.com/map.xml',
      reason: 'it was answered with 404',
    },
  ],
  notes: [{ address: 'https://example.com/b.jpg', from: 'index.html', reason: 'no font can draw U+1F9FF' }],
  wasAborted: false,
  elapsedMs: 1500,
};

it('names what is not warm, and counts', () => {
  expect(formatWarmSummary(summary)).toBe(
    [
      'note    https://example.com/b.jpg: no font can draw U+1F9FF',
      'failed  https://example.com/a [2J.jpg: it is empty (named by index.html)',
      'failed  https://example.com/map.xml: it was answered with 404',
      '1 page names no image.',
      '2 warmed (1.2 MB), 1 skipped, 2 failed, in 1.5 s.',
    ].join('\n'),
  );
});

it('says that it was stopped', () => {
  expect(formatWarmSummary({ ...summary, wasAborted: true })).toMatch(/stopped before the end.*$/);
});

it('exits with 0, 1 for failures and 130 for Ctrl-C', () => {
  expect(warmExitCode({ failed: 0, wasAborted: false })).toBe(0);
  expect(warmExitCode(summary)).toBe(1);
  expect(warmExitCode({ failed: 1, wasAborted: true })).toBe(130);
});
