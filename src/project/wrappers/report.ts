import type { BuildReport } from '../../site/build/report.ts';
import { warn } from '../../system/report.ts';
import { plural } from '../../system/plural.ts';

/** What a build says inside the log of another tool. */
export function logReport({ withCard, made, warnings, failures }: BuildReport): void {
  console.log(`cardstock: ${plural(withCard, 'page')} with a card, ${plural(made, 'image')} made`);
  for (const { path, message } of [...warnings, ...failures]) warn(`cardstock: ${path}: ${message}`);
}
