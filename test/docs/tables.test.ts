import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('what the simulation of a fleet takes for granted is in a table', async () => {
  const deploy = await readFile(join(root, 'docs/deploy.md'), 'utf8');
  const [, table] = /<!-- assumptions -->(.*?)<!-- end -->/s.exec(deploy)!;
  const { assumptionsTable } = (await import(join(root, 'bench/fleet/assumptions.js'))) as {
    assumptionsTable: () => string;
  };
  const cells = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim().replace(/^-+$/, '---')));
  expect(cells(table!)).toEqual(cells(assumptionsTable()));
});
