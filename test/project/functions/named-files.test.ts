import { join } from 'node:path';
import { expect, it } from 'vitest';
import { namedFiles } from '../../../src/project/functions/named-files.ts';
import { makeFolder } from '../../support/folder.ts';

it.each([
  ['a URL', `new URL('./logo.svg', import.meta.url)`, ['cards/logo.svg']],
  ['a path', `readFileSync(join(import.meta.dirname, "logo.svg"))`, ['cards/logo.svg']],
  ['a word in a word', "`data:${readFileSync(new URL('./logo.svg', import.meta.url))}`", ['cards/logo.svg']],
  ['a picture of JSX', `<img src="../shared/a b.png" />`, ['shared/a b.png']],
  ['a picture of CSS', 'css`main { background: url(logo.svg) }`', ['cards/logo.svg']],
  ['one of several', '`./icons/${props.name}.svg`', ['cards/icons/one.svg', 'cards/icons/two.svg']],
  ['an apostrophe before', `const words = 'it’s'; // don't\nread('./logo.svg')`, ['cards/logo.svg']],
  ['data', `read('words.yaml')`, ['cards/words.yaml']],
  ['code, which is compiled', `import './part.ts'`, []],
  ['what is not there', `'./gone.svg'`, []],
  ['what is outside of the project', `'../../outside.svg'`, []],
])('code that names %s has it with it', async (_name, code, expected) => {
  const folder = makeFolder({
    'outside.svg': '',
    'project/cards/card.tsx': code,
    'project/cards/part.ts': '',
    'project/cards/logo.svg': '',
    'project/cards/words.yaml': '',
    'project/cards/icons/one.svg': '',
    'project/cards/icons/two.svg': '',
    'project/shared/a b.png': '',
  });
  const project = join(folder, 'project');
  const named = await namedFiles([join(project, 'cards/card.tsx')], project);
  expect(named).toEqual(expected.map((name) => join(project, name)));
});
