import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const docs = join(import.meta.dirname, '../../docs');
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.includes('---'))
    .map((line) => line.replaceAll(/ +/g, ' '));

it('the costs in the docs are what the prices come to', async () => {
  const { tables } = (await import(join(docs, 'aws-costs.js'))) as { tables: string[] };
  expect(rowsOf(readFileSync(join(docs, 'aws.md'), 'utf8'))).toEqual(rowsOf(tables.join('\n')));
});
