import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { RawProps } from '../../card/props.ts';
import type { Template } from '../../card/template.ts';
import { ConfigError, UnknownTemplateError } from '../../errors.ts';
import { nearestTo } from '../../system/nearest.ts';
import { posixPath } from '../../system/posix-path.ts';
import type { InitStep } from '../init/step.ts';
import { writeNew } from '../init/write-new.ts';
import { loadProject, type Project } from '../load-project.ts';
import { cardstockOf } from '../open-project.ts';
import { sourcesOf } from './sources.ts';

export interface Ejected {
  readonly steps: readonly InitStep[];
  /** Examples whose picture is another one than ours: something that was there is another. */
  readonly different: readonly string[];
}

/**
 * Copies a design with its parts into the folder of a project's templates, where it takes the
 * place of ours. What is there stays.
 *
 * @throws {UnknownTemplateError} there is no such design.
 * @throws {ConfigError} the project has no folder of templates.
 */
export async function eject(project: Project, name: string): Promise<Ejected> {
  const { templates: shipped } = await import('../../../templates/index.ts');
  const ours = shipped.find((template) => template.name === name);
  if (!ours) {
    const names = shipped.map((template) => template.name);
    throw new UnknownTemplateError(name, names, nearestTo(name, names));
  }
  const steps = await writeSources(project, name);
  const { templates } = await loadProject(project.folder);
  const own = templates.find((template) => template.name === name)!;
  return { steps, different: await differences(project, own, ours) };
}

async function writeSources({ folder, templateFolder }: Project, name: string): Promise<InitStep[]> {
  if (templateFolder === undefined) {
    throw new ConfigError(
      'There is no folder for it: cardstock.config.ts needs templates: \'./cards\', as "cardstock-og init" writes it.',
    );
  }
  const steps: InitStep[] = [];
  for (const { path, text } of await sourcesOf(name)) {
    const file = join(templateFolder, path);
    const isNew = await writeNew(file, text);
    const isOther = !isNew && (await readFile(file, 'utf8')) !== text;
    const step = { file: posixPath(relative(folder, file)), isNew };
    steps.push(isOther ? { ...step, todo: 'it is another one than ours' } : step);
  }
  return steps;
}

/** The examples of a design that another one draws otherwise; told by keys, for which no browser is needed. */
export async function differences(project: Project, own: Template, ours: Template): Promise<string[]> {
  const [here, there] = await Promise.all([own, ours].map((template) => keysOf(project, template, ours)));
  return Object.keys(ours.examples).filter((example) => here![example] !== there![example]);
}

async function keysOf(project: Project, template: Template, { examples }: Template) {
  const cardstock = cardstockOf({ ...project, templates: [template] }, { allowUnsigned: true });
  const keys: Record<string, string> = {};
  try {
    for (const [example, props] of Object.entries(examples)) {
      const drafting = cardstock.draft({ template: template.name, props: props as RawProps });
      // Whose props are others cannot draw it at all.
      keys[example] = await drafting.then(({ key }) => String(key), String);
    }
    return keys;
  } finally {
    await cardstock.close();
  }
}
