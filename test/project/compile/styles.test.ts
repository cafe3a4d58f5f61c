import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleTemplates } from '../../../src/project/assemble.ts';
import { functionCode } from '../../../src/project/functions/function-code.ts';
import { loadModules } from '../../../src/project/load-modules.ts';
import { loadProject } from '../../../src/project/load-project.ts';
import { makeFolder } from '../../support/folder.ts';

const template = (body: string, name = 'card') =>
  `export const ${name} = { name: '${name}', css: 'b{color:red}', fonts: [], render: () => ${body} };`;

/** What `cards/card.tsx` exports as `value`, and the styles that come with it. */
async function load(source: string, files: Record<string, string | Buffer>) {
  const folder = makeFolder({ ...files, 'cards/card.tsx': source });
  const path = join(folder, 'cards/card.tsx');
  const { modules, styles, files: read } = await loadModules([path], folder);
  return {
    ...(modules[0] as { value: unknown }),
    css: styles.get(path)!.replaceAll(/\s+/g, ''),
    read,
    folder,
  };
}

describe('a stylesheet comes with the module that imports it', () => {
  const bare = { 'cards/card.css': 'i { color: blue }' };

  it.each([
    ['a module', `import './card.css'; export const value = 1;`, bare, 'i{color:blue}'],
    [
      'a part of it',
      `import { value } from '../src/part'; export { value };`,
      { 'src/part.tsx': `import "./part.css";\nexport const value = 1;`, 'src/part.css': 'u { top: 1px }' },
      'u{top:1px}',
    ],
    [
      'a path of tsconfig.json',
      `import '@/x.css'; export const value = 1;`,
      {
        'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
        'src/x.css': 's{top:2px}',
      },
      's{top:2px}',
    ],
    [
      'a package',
      `import 'look/look.css'; export const value = 1;`,
      { 'node_modules/look/package.json': '{}', 'node_modules/look/look.css': 'q{top:3px}' },
      'q{top:3px}',
    ],
    [
      'several, in their order and each once',
      `import './a.css';\nimport './b.css';\nimport './a.css';\nimport './c'; export const value = 1;`,
      { 'cards/a.css': 'a{top:1px}', 'cards/b.css': 'b{top:2px}', 'cards/c.ts': `import './b.css';` },
      'a{top:1px}b{top:2px}',
    ],
    [
      'with a name, where it is its text alone',
      `import css from './card.css'; export const value = css;`,
      bare,
      '',
    ],
  ])('%s', async (_name, source, files, css) => {
    expect((await load(source, files)).css.replaceAll(/\/\*.*?\*\//g, '').replaceAll(';}', '}')).toBe(css);
  });

  it('with the pictures in it, and is watched', async () => {
    const files = { 'cards/card.css': 'i { background: url(./a.png) }', 'cards/a.png': Buffer.from('png') };
    const { css, read, folder } = await load(`import './card.css'; export const value = 1;`, files);
    expect(css).toContain('url(data:image/png,png)');
    expect(read).toEqual(
      expect.arrayContaining([join(folder, 'cards/card.css'), join(folder, 'cards/a.png')]),
    );
  });

  it('and one that is not there is named with its line', async () => {
    const failure = load(`\nimport './lost.css'; export const value = 1;`, {});
    await expect(failure).rejects.toThrow(/there is no file "\.\/lost\.css" — .*card\.tsx:2:\d+/);
  });
});

describe('a CSS module', () => {
  it('gives names to its classes, which no other file of its name has', async () => {
    const { value, css } = await load(
      `import styles, { big } from './card.module.css'; import other from '../src/card.module.css'; export const value = [styles, big, other.big];`,
      {
        'cards/card.module.css': '.big { top: 1px } .far-left { composes: big; left: 0 }',
        'src/card.module.css': '.big { top: 2px }',
      },
    );
    const [styles, big, other] = value as [Record<string, string>, string, string];
    expect(styles).toEqual({ big, 'far-left': expect.stringContaining(`${big} `) as string });
    expect(other).not.toBe(big);
    expect(css).toContain(`.${big}{top:1px`);
    expect(css).toContain(`.${other}{top:2px`);
  });

  it('has the same names wherever its project lies', async () => {
    const names = async () =>
      (
        await load(`import s from './a.module.css'; export const value = s.a;`, {
          'cards/a.module.css': '.a{}',
        })
      ).value;
    expect(await names()).toBe(await names());
  });
});

describe('the styles of a module', () => {
  it('are those of its templates alone, before their own, here and in functions', async () => {
    const folder = makeFolder({
      'cardstock.config.ts': `export default { templates: 'cards', gallery: false };`,
      'cards/card.tsx': `import './card.css'; ${template(`'a'`)}`,
      'cards/plain.tsx': template(`'b'`, 'plain'),
      'cards/card.css': 'i{color:blue}',
    });
    const project = await loadProject(folder);
    const of = (name: string) =>
      project.templates.find((each) => each.name === name)!.css.replaceAll(/\s+/g, '');
    expect(of('card')).toMatch(/i\{color:(?:blue|#00f);?\}b\{color:red\}$/);
    expect(of('plain')).toBe('b{color:red}');
    const code = await functionCode(project, folder, { code: '' });
    const [line] = code.split('\n');
    expect(JSON.parse(/= (.*);$/.exec(line!)![1]!)).toEqual({
      'cards/card.tsx': expect.stringContaining('i {') as string,
      'cards/plain.tsx': '',
      '': '',
    });
    expect(code).toContain('__cardstock_files, __cardstock_styles)');
  });

  it('come with what a config lists as well', () => {
    const listed = { name: 'a', css: 'b{}', fonts: [], render: () => '' } as never;
    expect(assembleTemplates({ templates: [listed] }, {}, [], undefined, { '': 'i{}' })[0]!.css).toBe(
      'i{}\nb{}',
    );
  });
});
