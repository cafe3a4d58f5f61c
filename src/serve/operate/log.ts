import pino, { type Logger, type LevelWithSilent } from 'pino';
import { browserReplaced } from '../../camera/events.ts';
import { reportTo } from '../../system/report.ts';
import { requestEnded, type RequestRecord } from '../http/request-record.ts';
import { prettyLine } from './pretty-line.ts';

export interface LogOptions {
  readonly level: LevelWithSilent;
  /** For people: a line that reads well, in place of JSON. */
  readonly isPretty: boolean;
  /** @default standard output */
  readonly write?: (line: string) => void;
}

export interface ServerLog {
  readonly logger: Logger;
  close(): void;
}

/** One line a request, at its end, and one for whatever else an operator should know. */
export function openLog({ level, isPretty, write }: LogOptions): ServerLog {
  const out = write ?? ((line: string) => void process.stdout.write(line));
  const stream = isPretty
    ? { write: (line: string) => out(prettyLine(line)) }
    : write
      ? { write }
      : gathered();
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: asItIs } },
    stream,
  );
  const ends = [
    reportTo(({ level, what, trouble }) => logger[level](trouble ? { err: trouble } : {}, what)),
    requestEnded.subscribe((record) => logger[levelOf(record)](fieldsOf(record), 'request')),
    browserReplaced.subscribe(({ reason }) =>
      logger[reason === 'recycled' ? 'debug' : 'warn']({ reason }, 'browser replaced'),
    ),
  ];
  return {
    logger,
    close: () => {
      for (const end of ends) end();
    },
  };
}

/** It was cut to its lines by whoever reported it. */
function asItIs(err: unknown): unknown {
  return err;
}

/** A line at a time, to a pipe, is most of what a refusal costs; the end of the process writes the rest. */
function gathered() {
  return pino.destination({ dest: 1, sync: false, minLength: 8_192, periodicFlush: 100 });
}

/** What somebody must look at, what an operator may want to count, and the rest. */
function levelOf({ status, fallback, error }: RequestRecord): 'error' | 'warn' | 'info' {
  if (error === 'internal_error' || fallback === 'internal_error') return 'error';
  return status >= 500 || fallback ? 'warn' : 'info';
}

function fieldsOf({ durationMs, phases = [], ...record }: RequestRecord) {
  const spent = phases.map((phase) => [phase.name, round(phase.durationMs)] as const);
  return { ...record, ms: round(durationMs), ...(spent.length > 0 && { phases: Object.fromEntries(spent) }) };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
