import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError, UnknownTemplateError } from '../../../src/errors.ts';
import { differences, eject } from '../../../src/project/eject/eject.ts';
import { sourcesOf } from '../../../src/project/eject/sources.ts';
import { loadProject } from '../../../src/project/load-project.ts';
import { templates } from '../../../templates/index.ts';
import { makeFolder } from '../../support/folder.ts';

const config = "export default { templates: './cards' };";
const makeProject = () => makeFolder({ 'cardstock.config.js': config, 'cards/.keep': '' });

it('every design is copied with its parts, imports nothing but the package, and draws what it drew', async () => {
  const files = new Map<string, string>();
  for (const { name } of templates) {
    for (const { path, text } of await sourcesOf(name)) files.set(`cards/${path}`, text);
  }
  const project = await loadProject(
    makeFolder({ 'cardstock.config.js': config, ...Object.fromEntries(files) }),
  );
  expect(project.notices).toEqual([]);
  expect(project.templates.map(({ name }) => name).sort()).toEqual(templates.map(({ name }) => name).sort());
  for (const ours of templates) {
    const own = project.templates.find(({ name }) => name === ours.name)!;
    expect(own, 'another object').not.toBe(ours);
    const ends = Object.entries(ours.examples).filter(
      (_example, index, all) => index % (all.length - 1) === 0,
    );
    expect(
      await differences(project, own, { ...ours, examples: Object.fromEntries(ends) }),
      own.name,
    ).toEqual([]);
  }
  const isSample = ([path]: [string, string]) => path.includes('/samples/');
  const names = [...files].filter((file) => !isSample(file)).flatMap(([, text]) => importsOf(text));
  expect(names.filter((name) => !/^(?:cardstock-og(?:\/[\w-]+)?|\.\.?\/[\w./-]+\.js)$/.test(name))).toEqual(
    [],
  );
});

function importsOf(text: string): string[] {
  return [...text.matchAll(/^(?:import|export|\}) .*from '([^']+)';$/gm)].map(([, name]) => name!);
}

it('a file that is there stays, and what is drawn otherwise for it is named', async () => {
  const folder = makeProject();
  await eject(await loadProject(folder), 'plain');
  const part = join(folder, 'cards/parts/frame.ts');
  appendFileSync(part, "\nexport const mine = '';\n");
  appendFileSync(join(folder, 'cards/plain.tsx'), '\nplain.css += "main { background: red }";\n');
  const before = readFileSync(part, 'utf8');
  const { steps, different } = await eject(await loadProject(folder), 'plain');
  expect(steps.map(({ isNew }) => isNew)).not.toContain(true);
  expect(
    steps
      .filter(({ todo }) => todo)
      .map(({ file }) => file)
      .sort(),
  ).toEqual(['cards/parts/frame.ts', 'cards/plain.tsx']);
  expect(different.length).toBeGreaterThan(0);
  expect(readFileSync(part, 'utf8')).toBe(before);
});

it('a design that is not there is asked for by its nearest name, and a project without a folder told so', async () => {
  const unknown = eject(await loadProject(makeProject()), 'artcle');
  await expect(unknown).rejects.toThrow(UnknownTemplateError);
  await expect(unknown).rejects.toThrow('article');
  await expect(eject(await loadProject(makeFolder()), 'article')).rejects.toThrow(ConfigError);
});
