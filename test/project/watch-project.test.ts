import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { EditedProject, saves } from '../support/edited-project.ts';

const patience = { timeout: 20_000 };
let project: EditedProject;

beforeAll(async () => {
  project = await new EditedProject().open();
});
afterAll(() => project.close());

/** Waits until a file was told of. */
const told = (name: string) =>
  expect.poll(() => [...project.changed], patience).toContain(project.path(name));

describe('a template that is saved', () => {
  const ways = Object.keys(saves) as (keyof typeof saves)[];

  it.each(ways)('%s is seen, and seen again', async (way) => {
    for (let count = 0; count < 2; count += 1) {
      const words = project.save(way);
      await expect.poll(() => project.description, patience).toBe(words);
    }
    const { files } = project.reloads.at(-1)!;
    const there = files.filter((path) => existsSync(path)); // what sed writes first has no ending, like a folder
    expect(there).toEqual([project.path('cards/own.ts')]);
  });
});

describe('the project', () => {
  it('has what a template imports from elsewhere', async () => {
    project.write('components/shared.ts', "export const shared = 'edited';\n");
    await expect.poll(() => project.description, patience).toMatch('; edited');
  });

  it.each(['cards/own.css', 'fonts/brand.woff2', 'cards/words.json', 'components/logo.svg'])(
    'is made of files like %s',
    async (name) => {
      project.write(name, 'edited');
      await told(name);
    },
  );

  it('sees a folder that comes with files in it, one that is called otherwise, and one that goes', async () => {
    project.write('parts/of/more.ts', 'export {}');
    await told('parts');
    renameSync(project.path('parts'), project.path('pieces'));
    await told('pieces');
    rmSync(project.path('pieces'), { recursive: true });
    const before = project.reloads.length;
    await expect.poll(() => project.reloads.length, patience).toBeGreaterThan(before);
  });

  it('sees a template that is new, one that is called otherwise, and one that has gone', async () => {
    const names = () => project.reloads.at(-1)!.project.templates.map(({ name }) => name);
    project.write('cards/new.ts', project.words('new').replace("'own'", "'new'"));
    await expect.poll(names, patience).toContain('new');
    renameSync(project.path('cards/new.ts'), project.path('cards/renamed.ts'));
    await told('cards/renamed.ts');
    expect(names()).toContain('new');
    rmSync(project.path('cards/renamed.ts'));
    await expect.poll(names, patience).not.toContain('new');
  });

  it('has files outside of its folder, once a template imports them', async () => {
    const elsewhere = new EditedProject();
    onTestFinished(() => elsewhere.close());
    elsewhere.write('lib/words.json', '{ "words": "from elsewhere" }');
    const path = JSON.stringify(elsewhere.path('lib/words.json'));
    project.write('components/shared.ts', `import file from ${path};\nexport const shared = file.words;\n`);
    await expect.poll(() => project.description, patience).toMatch('; from elsewhere');
    elsewhere.write('lib/words.json', '{ "words": "edited elsewhere" }');
    await expect.poll(() => project.description, patience).toMatch('; edited elsewhere');
  });

  it('sees a file that a template was missing', async () => {
    project.write('components/shared.ts', "export { shared } from './missing.mjs';\n");
    await expect.poll(() => project.faults.at(-1), patience).toMatch('missing.mjs');
    project.write('components/missing.mjs', "export const shared = 'found';\n");
    await expect.poll(() => project.description, patience).toMatch('; found');
    project.write('components/missing.mjs', "export const shared = 'found again';\n");
    await expect.poll(() => project.description, patience).toMatch('; found again');
  });

  it('sees its config, and templates in another folder from then on', async () => {
    mkdirSync(project.path('designs'));
    project.write('designs/other.ts', project.words('moved'));
    project.write('cardstock.config.ts', "export default { templates: './designs', gallery: false };\n");
    await expect.poll(() => project.description, patience).toMatch('moved');
    project.write('designs/other.ts', project.words('edited there'));
    await expect.poll(() => project.description, patience).toMatch('edited there');
    project.write('cardstock.config.ts', "export default { templates: './cards', gallery: false };\n");
    await expect.poll(() => project.description, patience).not.toMatch('edited there');
  });

  it('says where a fault lies, with its lines, and goes on when it is mended', async () => {
    project.write('components/shared.ts', 'export const before = 1;\nexport const shared = (;\n');
    await expect.poll(() => project.faults.at(-1), patience).toMatch(/Unexpected ";" — .*shared\.ts:2:24$/m);
    expect(project.faults.at(-1)).toContain(
      ['  1 | export const before = 1;', '> 2 | export const shared = (;', `    | ${' '.repeat(23)}^`].join(
        '\n',
      ),
    );
    project.write('components/shared.ts', "export const shared = 'mended';\n");
    await expect.poll(() => project.description, patience).toMatch('; mended');
  });

  it('says on which line it throws', async () => {
    project.write('components/shared.ts', '\nexport const shared: string = missing();\n');
    await expect
      .poll(() => project.faults.at(-1), patience)
      .toMatch(/missing is not defined — .*shared\.ts:2:31$/m);
    expect(project.faults.at(-1)).toContain('> 2 | export const shared: string = missing();');
    project.write('components/shared.ts', "export const shared = 'mended again';\n");
    await expect.poll(() => project.description, patience).toMatch('; mended again');
  });

  it('is not concerned by what programs write', async () => {
    const written = ['dist/page.js', '.cache/a.json', 'node_modules/a/index.js', 'notes.md'];
    for (const name of written) project.write(name, 'written');
    const words = project.save('in place, as nano does'); // comes behind all of these
    await expect.poll(() => project.description, patience).toMatch(words.split(';', 1)[0]!);
    const isOne = (path: string) => written.some((name) => project.path(name).startsWith(path));
    expect([...project.changed].filter(isOne)).toEqual([]);
  });
});
