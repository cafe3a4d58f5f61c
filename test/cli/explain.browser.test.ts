import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Receipt } from '../../src/serve/explain/receipt.ts';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const run = promisify(execFile);
const cardstock = (...words: string[]) => run(process.execPath, [main, ...words]);

it('cardstock explain tells all of a card, as a table and as JSON', async () => {
  const words = ['explain', 'plain', '--example', 'short', '--brand', '#123456'];
  const [{ stdout: table }, { stdout: json }] = await Promise.all([
    cardstock(...words),
    cardstock(...words, '--json'),
  ]);
  expect(table).toMatch(/^Card\n {2}template +plain, example "short"\n/);
  expect(table).toContain('"#123456" (given)');
  expect(Math.max(...table.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  const { props, image } = JSON.parse(json) as Receipt;
  expect(props).toContainEqual({ name: 'brand', value: '#123456', from: 'given' });
  expect(props[0]).toMatchObject({ name: 'title', from: 'example' });
  expect(image.bytes).toBeLessThan(image.budgetBytes);
});
