import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { oneLine } from '../../src/system/one-line.ts';
import { report } from '../../src/system/report.ts';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

it.each([
  ['a line break', 'a\r\nb', 'a b'],
  ['an escape that moves the cursor', 'a\x1b[2Jb', 'a [2Jb'],
  ['an escape of eight bits', 'a\x9b2Jb', 'a 2Jb'],
  ['what turns the direction', 'a\u202eb', 'a b'],
  ['a line separator', 'a\u2028b', 'a b'],
])('one line has no %s', (_name, text, line) => {
  expect(oneLine(text)).toBe(line);
});

it('one line ends somewhere', () => {
  expect(oneLine('a'.repeat(10_000_000))).toHaveLength(2_001);
});

it('no error begins a line of its own in the log', () => {
  const cause = new Error('title\n2026-11-28 ERROR root logged in\n    at forged\x1b[31m');
  report('a card failed:', new Error('outer', { cause }));
  const [text] = vi.mocked(console.error).mock.lastCall! as [string];
  const lines = text.split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'a card failed:',
    '  Error: outer',
    '  Error: title 2026-11-28 ERROR root logged in     at forged [31m',
  ]);
  for (const line of lines.slice(3)) expect(line).toMatch(/^\s+at (?!forged)/);
  expect(text).not.toContain('\x1b');
});

it('a function writes a line of JSON, for its platform to read', () => {
  vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'cards');
  report('a card failed:', new Error('outer\nforged'));
  vi.unstubAllEnvs();
  const [text] = vi.mocked(console.error).mock.lastCall! as [string];
  expect(text).not.toContain('\n');
  expect(JSON.parse(text)).toMatchObject({
    level: 'error',
    msg: 'a card failed:',
    err: { type: 'Error', message: 'outer forged' },
  });
});
