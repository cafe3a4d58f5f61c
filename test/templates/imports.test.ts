import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../templates');
const designs = (await readdir(folder)).filter((file) => file.endsWith('.tsx'));

/** So that a design can be copied into any project, with the parts it uses. */
it.each(designs)('%s is written with the template kit, parts and its examples', async (file) => {
  const source = await readFile(join(folder, file), 'utf8');
  const imports = [...source.matchAll(/ from '([^']+)'/g)].map(([, from]) => from!);
  const allowed = /^(?:zod|\.\.\/src\/template\.ts|\.\/parts\/[\w-]+\.tsx?|\.\/[\w-]+\.examples\.ts)$/;
  expect(imports.filter((from) => !allowed.test(from))).toEqual([]);
});
