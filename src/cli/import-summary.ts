import type { ImportEntry, ImportSummary, Outcome } from '../pictures/import/outcome.ts';
import { oneLine } from '../system/one-line.ts';
import { plural } from '../system/plural.ts';

export interface ToldImport {
  readonly summary: ImportSummary;
  /** The first of what was refused or failed. */
  readonly problems: readonly ImportEntry[];
  /** Where the pictures went. */
  readonly into: string;
  /** The file that has a line of each, if there is one. */
  readonly log?: string | undefined;
}

/** What an import came to, for whoever waited for it. */
export function importSummary({ summary, problems, into, log }: ToldImport): string[] {
  const more = summary.failed + summary.refused - problems.length;
  const where = log === undefined ? '--log <file> has all of them' : `${log} has all of them`;
  return [
    ...problems.map(({ outcome, source, reason }) => `${outcome}: ${source}: ${reason}`),
    ...(more > 0 ? [`and ${more} more: ${where}`] : []),
    ...countLines(summary, into),
  ].map((line) => oneLine(line));
}

function countLines(summary: ImportSummary, into: string): string[] {
  const size = `${(summary.bytes / 1_000_000).toFixed(1)} MB`;
  const lines: [Outcome, string][] = [
    ['stored', `${plural(summary.stored, 'picture')} copied, ${size}, to ${into}`],
    ['planned', `${plural(summary.planned, 'picture')} would be copied, ${size}, to ${into}`],
    ['there', `${summary.there} there before`],
    ['ignored', plural(summary.ignored, 'other file')],
    ['refused', `${summary.refused} refused`],
    ['failed', `${summary.failed} failed; the next import tries again`],
  ];
  const told = lines.filter(([outcome]) => summary[outcome] > 0).map(([, line]) => line);
  return told.length > 0 ? told : ['nothing to copy'];
}
