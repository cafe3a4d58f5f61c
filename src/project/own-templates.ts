import type { Template } from '../card/template.ts';
import type { Project } from './load-project.ts';

/** Those of a project that are its own, and not as they ship with us. */
export async function ownTemplates({ templates }: Pick<Project, 'templates'>): Promise<readonly Template[]> {
  const { templates: shipped } = await import('../../templates/index.ts');
  // Those that a config adds sizes to are copies.
  return templates.filter((template) => !shipped.some((each) => each.render === template.render));
}
