import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Packages may be installed above the project, as far up as what is checked out. */
export function repositoryOf(folder: string, project = folder): string {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? project : repositoryOf(above, project);
}
