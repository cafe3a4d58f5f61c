import type { BuildReport } from '../../site/build/report.ts';
import { plural } from '../../system/plural.ts';

/** Where another tool has its lines said, in its own looks. */
export interface Logger {
  info(line: string): void;
  warn(line: string): void;
}

/** For tools that have none: the name of whoever speaks is before it. */
export const ownLogger: Logger = prefixed({
  info: (line) => console.log(line),
  warn: (line) => console.warn(line),
});

/** One that does not tell by itself who speaks. */
export function prefixed(logger: Logger): Logger {
  return {
    info: (line) => logger.info(`cardstock: ${line}`),
    warn: (line) => logger.warn(`cardstock: ${line}`),
  };
}

/** What a build says inside the log of another tool. */
export function logReport(report: BuildReport, logger: Logger = ownLogger): void {
  const { withCard, made, warnings, failures, pages } = report;
  logger.info(`${plural(withCard, 'page')} with a card, ${plural(made, 'image')} made`);
  if (pages === 0) logger.warn('the build left no page in its folder');
  for (const { path, message } of [...warnings, ...failures]) logger.warn(`${path}: ${message}`);
}
