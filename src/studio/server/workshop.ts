import type { Cardstock } from '../../cardstock.ts';
import type { Project } from '../../project/load-project.ts';

/** Whose cards are looked at. Each request asks anew, for all of it is being edited. */
export interface Workshop {
  readonly cardstock: () => Cardstock;
  readonly project: () => Pick<Project, 'folder' | 'config' | 'files'>;
  /** A built site, whose pages may be asked for. */
  readonly siteFolder?: string | undefined;
}
