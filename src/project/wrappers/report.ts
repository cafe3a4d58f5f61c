import type { BuildReport } from '../../site/build/report.ts';

/** What a build says inside the log of another tool. */
export function logReport({ withCard, made, warnings, failures }: BuildReport): void {
  console.log(`cardstock: ${withCard} pages with a card, ${made} images made`);
  for (const { path, message } of [...warnings, ...failures]) console.warn(`cardstock: ${path}: ${message}`);
}
