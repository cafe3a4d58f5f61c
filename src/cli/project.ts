import type { Cardstock } from '../cardstock.ts';
import type { Config } from '../config.ts';
import { loadProject, type Project } from '../project/load-project.ts';
import { ownTemplates } from '../project/own-templates.ts';
import { cardstockOf } from '../project/open-project.ts';
import { paint } from './terminal.ts';

let loaded: Promise<Project> | undefined;

/** The project of the folder that the command was called in. */
export function currentProject(): Promise<Project> {
  loaded ??= loadProject(process.cwd()).then((project) => {
    for (const notice of project.notices ?? [])
      console.warn(`${paint('yellow', '!', process.stderr)} ${notice}`);
    return project;
  });
  return loaded;
}

/** An image generator of the project's templates and settings. */
export async function openCardstock(config: Partial<Config> = {}): Promise<Cardstock> {
  return cardstockOf(await currentProject(), config);
}

/** The one that is meant where none is named: the project's own first, else one that ships. */
export async function usualTemplate(): Promise<string> {
  const [own] = await ownTemplates(await currentProject());
  return own?.name ?? 'article';
}

/** For commands that make pictures and serve nobody. */
export const servesNobody = { allowUnsigned: true } as const;
