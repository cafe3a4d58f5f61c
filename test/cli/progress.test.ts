import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress } from '../../src/cli/progress.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** What is drawn after a second, on a terminal so wide. */
function drawn(columns: number, more: string): string {
  let text = '';
  const stream = { isTTY: true, columns, write: (part: string) => (text += part) };
  const progress = new Progress(stream as unknown as NodeJS.WriteStream);
  vi.advanceTimersByTime(1_000);
  progress.show(26, 410, more);
  // What moves the cursor takes no room.
  return text.replaceAll(/\r|\u001B\[K/g, '');
}

it.each([
  [120, 'article, dark, og'],
  [80, 'article, dark, og'],
  [40, 'article, dark, og'],
  [40, 'release, with a name that is rather long, og@2x'],
  [20, 'article, dark, og'],
])('stays on one line of %d columns, whatever is said: %s', (columns, more) => {
  const line = drawn(columns, more);
  expect(line.length).toBeLessThan(columns);
  expect(line).toContain('26 of 410');
});

it('has a bar where there is room for one, as long as there is', () => {
  expect(drawn(80, 'article')).toMatch(/^█{2}░{28} 26 of 410, article$/);
  expect(drawn(40, 'article')).toMatch(/^█{1,2}░{12,20} 26 of 410, article$/);
  expect(drawn(40, 'release, a long example, og@2x')).not.toContain('░');
});
