import { oneLine } from '../../system/one-line.ts';
import type { WarmSummary } from './warm.ts';

/** The outcome in plain lines: each failure with its reason, and the counts at the end. */
export function formatWarmSummary(summary: WarmSummary): string {
  const { warmed, skipped, failed, bytes, elapsedMs, pagesWithoutImage: bare } = summary;
  const lines = [
    ...summary.notes.map(({ address, reason }) => `note    ${oneLine(`${address}: ${reason}`)}`),
    ...summary.failures.map((failure) => `failed  ${oneLine(describe(failure))}`),
    ...(bare > 0 ? [`${bare} ${bare === 1 ? 'page names' : 'pages name'} no image.`] : []),
    `${warmed} warmed (${(bytes / 1_000_000).toFixed(1)} MB), ${skipped} skipped, ${failed} failed, in ${(elapsedMs / 1000).toFixed(1)} s.`,
  ];
  if (summary.wasAborted) lines.push('It was stopped before the end; the next run goes on from here.');
  return lines.join('\n');
}

/** 130 after Ctrl-C, as of any command that it ends; 1 where something is not warm. */
export function warmExitCode({
  failed,
  wasAborted,
}: Pick<WarmSummary, 'failed' | 'wasAborted'>): 0 | 1 | 130 {
  if (wasAborted) return 130;
  return failed > 0 ? 1 : 0;
}

function describe({ address, from, reason }: WarmSummary['failures'][number]): string {
  return from === address ? `${address}: ${reason}` : `${address}: ${reason} (named by ${from})`;
}
