import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';

/** Where a project remembers its builds: a folder for each site, for some projects have several. */
export function cacheFolderOf(projectFolder: string, siteFolder: string): string {
  const whole = resolve(siteFolder);
  const digest = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return join(projectFolder, '.cardstock', `${basename(whole)}-${digest}`);
}
