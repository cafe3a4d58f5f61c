import { setTimeout as delay } from 'node:timers/promises';

/** One thing that must work before cards can be served, and what came of trying it. */
export interface Check {
  readonly ok: boolean;
  readonly ms?: number;
  /** What it had to say, where it has a word for it. */
  readonly detail?: string;
  /** What is wrong, where something is. */
  readonly problem?: string;
}

export interface Readiness {
  readonly ready: boolean;
  /** Cards are served, and something that they can do without fails. */
  readonly degraded: boolean;
  readonly checks: Readonly<Record<string, Check>>;
}

/** What is tried, by name; each throws where it fails, and may say a word where it does not. */
export type Probes = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Without a store each card is drawn, and is drawn still. Servers share one: were they not ready
 * where it fails, all of them would leave the line at once, and nobody would answer.
 */
const dispensable: ReadonlySet<string> = new Set(['store']);

export interface ReadinessOptions {
  /** How long an outcome holds: whoever asks each second must not pay with a card each second. @default 5000 */
  readonly holdsMs?: number;
  /** @default 5000 */
  readonly timeoutMs?: number;
}

/** Tries all probes at once; those who ask meanwhile or soon after share the outcome. */
export function readinessOf(probes: Probes, options: ReadinessOptions = {}): () => Promise<Readiness> {
  const { holdsMs = 5_000, timeoutMs = 5_000 } = options;
  let last: Promise<Readiness> | undefined;
  let forgetAt = 0;
  return () => {
    if (last && performance.now() < forgetAt) return last;
    forgetAt = Infinity;
    last = tryAll(probes, timeoutMs).finally(() => {
      forgetAt = performance.now() + holdsMs;
    });
    return last;
  };
}

async function tryAll(probes: Probes, timeoutMs: number): Promise<Readiness> {
  const tried = await Promise.all(
    Object.entries(probes).map(async ([name, probe]) => [name, await tryOne(probe, timeoutMs)] as const),
  );
  const failing = tried.filter(([, { ok }]) => !ok).map(([name]) => name);
  const ready = failing.every((name) => dispensable.has(name));
  return { ready, degraded: ready && failing.length > 0, checks: Object.fromEntries(tried) };
}

async function tryOne(probe: () => Promise<unknown>, timeoutMs: number): Promise<Check> {
  const start = performance.now();
  const done = new AbortController();
  try {
    const late = delay(timeoutMs, undefined, { signal: done.signal, ref: false }).then(() => {
      throw new Error(`it took longer than ${timeoutMs} ms`);
    });
    late.catch(() => {});
    const said = await Promise.race([probe(), late]);
    const ms = Math.round(performance.now() - start);
    return { ok: true, ms, ...(typeof said === 'string' && { detail: said }) };
  } catch (error) {
    return { ok: false, problem: (error as Error).message };
  } finally {
    done.abort();
  }
}
