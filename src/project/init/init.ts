import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configNames } from '../load-project.ts';
import { addLine } from './add-line.ts';
import { configText, type InitAnswers } from './config-text.ts';
import { hello } from './hello.ts';
import { addScript } from './package-script.ts';
import { packageManagerOf } from './package-manager.ts';
import type { InitStep } from './step.ts';
import { hookOf, type Surroundings, surroundingsOf } from './surroundings.ts';
import { addTsconfig } from './tsconfig.ts';
import { writeNew } from './write-new.ts';

/**
 * Writes a commented config and a template to start from, and what goes with them: types, a line
 * for git, a script. What is there stays as it is.
 *
 * @param answers What is known of the site. @default what the project says of itself
 */
export async function initProject(
  folder: string,
  answers?: InitAnswers,
  surroundings?: Surroundings,
): Promise<InitStep[]> {
  const around = surroundings ?? (await surroundingsOf(folder));
  return [
    await addConfig(folder, answers ?? around.answers, around),
    await addTemplate(folder),
    await addTsconfig(folder, around),
    await addIgnored(folder),
    ...(await addScripts(folder, around)),
  ];
}

async function addConfig(folder: string, answers: InitAnswers, { assets }: Surroundings): Promise<InitStep> {
  const there = configNames.find((name) => existsSync(join(folder, name)));
  if (there) return { file: there, isNew: false };
  const file = 'cardstock.config.ts';
  const isNew = await writeNew(join(folder, file), configText(answers, assets));
  return {
    file,
    isNew,
    ...(!answers.site && { todo: 'its site is https://example.com: put yours there before you build' }),
  };
}

/** In the folder that a config names, where one was there. */
async function addTemplate(folder: string): Promise<InitStep> {
  const name = configNames.find((each) => existsSync(join(folder, each)));
  const config = name ? await readFile(join(folder, name), 'utf8') : '';
  const [, templates = 'cards'] = /^\s*templates:\s*['"](?:\.\/)?([^'"]+?)\/?['"]/m.exec(config) ?? [];
  const file = `${templates}/hello.tsx`;
  return { file, isNew: await writeNew(join(folder, file), hello) };
}

async function addIgnored(folder: string): Promise<InitStep> {
  const [file, what] = ['.gitignore', '.cardstock/'];
  return { file, isNew: await addLine(folder, file, what), what };
}

/** A framework with a plugin of ours needs no script. */
async function addScripts(folder: string, around: Surroundings): Promise<InitStep[]> {
  const { manifest, output } = around;
  if (!manifest || hookOf(around) !== 'script') return [];
  const { runsAfterwards } = await packageManagerOf(folder);
  const command = `cardstock-og build ${output}`;
  const { name, isNew, other } = await addScript(folder, manifest, { command, runsAfterwards });
  const todo =
    other === undefined ? undefined : `package.json: "${name}" is "${other}"; cards need "${command}"`;
  return [{ file: 'package.json', isNew, what: `"${name}"`, ...(todo && { todo }) }];
}
