import { join } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { Web, type WebOptions } from '../../system/network/web.ts';
import { entriesOf } from './entries.ts';
import { LineFile } from '../../system/line-file.ts';
import type { WarmSource } from './source.ts';
import { userAgent, WarmRun } from './warm-run.ts';
import { WarmedBefore } from './warmed-before.ts';
import { type OnProgress, type WarmCounts, type WarmFailure, WarmReport } from './warm-report.ts';

export interface WarmOptions
  extends Omit<WarmSource, 'name' | 'target'>, Pick<WebOptions, 'allowLocal' | 'network'> {
  /** Remembers what is warm, so that the next run goes on behind it. Without one nothing is remembered. */
  readonly stateFile?: string;
  /** JSON lines of what failed, and of each retry. */
  readonly logFile?: string;
  /** Asks for what earlier runs have warmed too. @default false */
  readonly again?: boolean;
  /** Before the first retry; doubled for each further one. @default 500 */
  readonly firstDelayMs?: number;
  /** Ends the run: what is warm by then is remembered, and the summary is of that. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

export interface WarmSummary extends Readonly<WarmCounts> {
  /** In the order of the pages or lists that name them, as are the notes. */
  readonly failures: readonly WarmFailure[];
  /** Of images that are warm and lack something. */
  readonly notes: readonly WarmFailure[];
  readonly wasAborted: boolean;
  readonly elapsedMs: number;
}

/**
 * Asks for every card that a target names, through its public address, so that each lies in
 * the caches before the first crawler comes; and checks that it is an image, whole, not too
 * large, and as large as its page says. See {@link WarmSource} for what a target may be.
 *
 * @throws {TargetError} the target cannot be read or names nothing that could be asked for.
 */
export async function warm(target: string, options: WarmOptions = {}): Promise<WarmSummary> {
  const start = performance.now();
  const before = await WarmedBefore.open(options.stateFile);
  const log = options.logFile === undefined ? undefined : await LineFile.open(options.logFile);
  const report = new WarmReport(log, options.onProgress);
  const web = new Web(options);
  try {
    const wasAborted = await run(target, { web, before, report }, options);
    const failures = report.failures.sort(byPlace);
    const notes = report.notes.sort(byPlace);
    return { ...report.counts, failures, notes, wasAborted, elapsedMs: performance.now() - start };
  } finally {
    web.close();
    await Promise.all([before.close(), log?.close()]);
  }
}

const places = new Intl.Collator('en', { numeric: true });

/** Several ask at once, and what is told of a target must not depend on who was answered first. */
function byPlace(a: WarmFailure, b: WarmFailure): number {
  return places.compare(a.from, b.from) || places.compare(a.address, b.address);
}

/** The same for a source of the config; what is warm, and the log, are kept in files of its name. */
export function warmSource(
  { name, target, ...source }: WarmSource,
  stateFolder: string,
  options: WarmOptions = {},
): Promise<WarmSummary> {
  if (!/^[\w-]+$/.test(name)) {
    throw new ConfigError(`The source "${name}" needs a name of letters, digits, "-" and "_".`);
  }
  const stateFile = join(stateFolder, `${name}.jsonl`);
  const logFile = join(stateFolder, `${name}.log.jsonl`);
  return warm(target, { stateFile, logFile, ...source, ...options });
}

interface Parts {
  readonly web: Web;
  readonly before: WarmedBefore;
  readonly report: WarmReport;
}

/** Whether it was aborted. Either way nothing of it goes on when it is over. */
async function run(target: string, { web, before, report }: Parts, options: WarmOptions): Promise<boolean> {
  const { concurrency = 4, timeoutMs = 30_000, maxBytes = 5_000_000, retries = 3 } = options;
  const { maxAddresses = 50_000, firstDelayMs = 500, again = false } = options;
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])]);
  const asking = { timeoutMs, signal, userAgent, maxAddresses };
  const entries = entriesOf(target, web, asking);
  const warmRun = new WarmRun(web, before, report, {
    retries,
    firstDelayMs,
    maxBytes,
    timeoutMs,
    again,
    signal,
  });

  /** One of several who take from the same entries, each the next. */
  async function work(): Promise<void> {
    for (let next = await entries.next(); !next.done; next = await entries.next()) {
      signal.throwIfAborted();
      await warmRun.handle(next.value);
    }
  }

  const working = Array.from({ length: concurrency }, () =>
    work().catch((error: unknown) => {
      stop.abort(error);
      throw error;
    }),
  );
  const [failed] = (await Promise.allSettled(working)).filter((result) => result.status === 'rejected');
  if (options.signal?.aborted) return true;
  if (failed) throw stop.signal.reason;
  return false;
}
