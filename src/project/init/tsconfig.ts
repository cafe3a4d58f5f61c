import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TsConfigJson } from 'get-tsconfig';
import { writeWhole } from '../../system/write-whole.ts';
import type { InitStep } from './step.ts';
import type { Surroundings } from './surroundings.ts';
import { writeNew } from './write-new.ts';

/** What the compiler needs to know of templates and of the config. */
const options = {
  target: 'es2024',
  module: 'preserve',
  jsx: 'react-jsx',
  jsxImportSource: 'cardstock-og',
  types: ['cardstock-og/client'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Sees to it that editors and `tsc` understand templates. A config of the project's own gets what
 * it does not say; where it is none of templates they have one of their own, for a `tsconfig.json`
 * of the whole project makes some frameworks ask for TypeScript.
 */
export async function addTsconfig(
  folder: string,
  { found, manifest }: Pick<Surroundings, 'found' | 'manifest'>,
): Promise<InitStep> {
  const file = join(folder, 'tsconfig.json');
  if (!existsSync(file)) return found?.framework.package ? writeOwn(folder) : writeForAll(folder);
  const { createFilesMatcher, parseTsconfig } = await import('get-tsconfig');
  const config = parseTsconfig(file);
  const isOurs = createFilesMatcher({ path: file, config })(join(folder, 'cards/hello.tsx')) !== undefined;
  if (!isOurs) return writeOwn(folder);
  if (!canRead(config, manifest?.type === 'module')) {
    const why = 'has other modules: give it "exclude": ["cards", "cardstock.config.ts"]';
    return { ...(await writeOwn(folder)), todo: `tsconfig.json ${why}` };
  }
  if (config.compilerOptions?.jsx !== undefined) return { file: 'tsconfig.json', isNew: false };
  return { file: 'tsconfig.json', isNew: await addJsx(file), what: '"jsx": "react-jsx"' };
}

/** Whether what it says of modules finds the doors of a package, and lets templates be modules. */
function canRead({ compilerOptions = {} }: TsConfigJson, isModule: boolean): boolean {
  const { module = '', moduleResolution = '', verbatimModuleSyntax = false } = compilerOptions;
  const isAsNode = /^node/i.test(module);
  const mayRequire = /^(?:nodenext|node20)$/i.test(module) && !verbatimModuleSyntax;
  return /^(?:bundler|node16|nodenext)$/i.test(moduleResolution) && (!isAsNode || isModule || mayRequire);
}

/** Beside what it says, comments and all; `false` where that cannot be seen. */
async function addJsx(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8');
  const [opening] = /^[^\n/]*"compilerOptions"\s*:\s*\{/m.exec(text) ?? [];
  if (opening === undefined) return false;
  const at = text.indexOf(opening) + opening.length;
  const [, space = '\n    '] = /^(\s*)"/.exec(text.slice(at)) ?? [];
  const isOnly = /^\s*\}/.test(text.slice(at));
  await writeWhole(
    file,
    `${text.slice(0, at)}${space}"jsx": "react-jsx"${isOnly ? '' : ','}${text.slice(at)}`,
  );
  return true;
}

/** For a project that has nothing else to compile. */
async function writeForAll(folder: string): Promise<InitStep> {
  const config = { compilerOptions: options, include: ['cardstock.config.ts', 'cards'] };
  return { file: 'tsconfig.json', isNew: await writeNew(join(folder, 'tsconfig.json'), textOf(config)) };
}

async function writeOwn(folder: string): Promise<InitStep> {
  const file = 'cards/tsconfig.json';
  const config = { compilerOptions: options, include: ['../cardstock.config.ts', '.'] };
  return { file, isNew: await writeNew(join(folder, file), textOf(config)) };
}

function textOf(config: object): string {
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
