import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { InvalidParameterError } from '../errors.ts';
import { formatWarmSummary, warmExitCode } from '../site/warm/format.ts';
import { warmSourceOf } from '../project/sources.ts';
import { type WarmOptions, warmSource } from '../site/warm/warm.ts';
import { untilInterrupted } from './interrupt.ts';
import { Progress } from './progress.ts';
import { currentProject } from './project.ts';

export interface WarmCommandOptions {
  again?: boolean;
  concurrency?: string;
  local?: boolean;
  json?: boolean;
}

/** Asks for every card of a target, or of a source of the config; exits with 1 where one is not warm. */
export async function warm(target: string, options: WarmCommandOptions): Promise<void> {
  const { folder, config } = await currentProject();
  const stateFolder = join(folder, '.cardstock', 'warm');
  const source = warmSourceOf(config, target) ?? { name: nameOf(target), target };
  const progress = new Progress();
  const summary = await untilInterrupted((signal) =>
    warmSource(source, stateFolder, {
      ...readOptions(options),
      signal,
      onProgress: ({ warmed, skipped, failed }) =>
        progress.say(`${warmed} warmed, ${skipped} skipped, ${failed} failed`),
    }).finally(() => progress.end()),
  );
  if (!summary) return;
  console.log(options.json ? JSON.stringify(summary, undefined, 2) : formatWarmSummary(summary));
  process.exitCode = warmExitCode(summary);
}

function readOptions({ again = false, local = false, concurrency }: WarmCommandOptions): WarmOptions {
  if (concurrency === undefined) return { again, allowLocal: local };
  if (!/^[1-9]\d?$/.test(concurrency)) {
    throw new InvalidParameterError('concurrency', `"${concurrency}" is no number from 1 to 99`, ['4']);
  }
  return { again, allowLocal: local, concurrency: Number(concurrency) };
}

/** What is warm of a target that has no name is kept under its digest. */
function nameOf(target: string): string {
  return createHash('sha256').update(target).digest('hex').slice(0, 12);
}
