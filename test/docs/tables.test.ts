import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settings } from '../../src/config.ts';

const root = join(import.meta.dirname, '../..');

it('the README has the row of every setting, and no other; `make docs` remakes them', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, table] = /<!-- settings -->(.*?)<!-- end -->/s.exec(readme)!;
  const cells = (row: string) => row.split('|').map((cell) => cell.trim());
  const [, , ...rows] = table!.trim().split('\n').map(cells);
  expect(rows).toEqual(
    Object.values(settings).map(({ variable, shownDefault, about }) => [
      '',
      `\`${variable}\``,
      shownDefault,
      about,
      '',
    ]),
  );
});

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
