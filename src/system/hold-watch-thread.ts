// Runs in a thread of its own: who sits in the loop cannot see that it stands still.
import { writeSync } from 'node:fs';
import { type Debugger, Session } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';

export interface HoldWatchData {
  /** Counts on as long as the loop turns. */
  readonly beats: Int32Array;
  readonly limitMs: number;
  readonly lookMs: number;
}

/** Where somebody was, counted from 1. */
export interface Frame {
  readonly name: string;
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

const maxFrames = 12;
const standardError = 2;

const { beats, limitMs, lookMs } = workerData as HoldWatchData;
let seen = -1;
let since = now();
let stopped: readonly Frame[] | undefined;

setInterval(() => {
  const beat = Atomics.load(beats, 0);
  if (beat !== seen) [seen, since, stopped] = [beat, now(), undefined];
  else if (heldMs() < limitMs) return;
  else if (stopped) end(stopped);
  else stop();
}, lookMs);

function now() {
  const { user, system } = process.cpuUsage();
  return { ms: performance.now(), processorMs: (user + system) / 1000 };
}

/** A machine that sleeps works at nothing; other threads work at much in little time. */
function heldMs(): number {
  const { ms, processorMs } = now();
  return Math.min(ms - since.ms, processorMs - since.processorMs);
}

/** Asks the debugger where the loop is, stops what runs there, and has as long again for that. */
function stop(): void {
  stopped = [];
  since = now();
  const session = new Session();
  session.connectToMainThread();
  const files = new Map<string, string>(); // frames themselves do not tell
  session.on('Debugger.scriptParsed', ({ params: { scriptId, url } }) => void files.set(scriptId, url));
  session.once('Debugger.paused', ({ params }) => {
    stopped = params.callFrames.slice(0, maxFrames).map((frame) => frameOf(frame, files));
    parentPort?.postMessage(stopped);
    session.post('Debugger.disable');
    session.post('Runtime.terminateExecution', () => session.disconnect());
  });
  session.post('Debugger.enable', () => session.post('Debugger.pause'));
}

function frameOf({ functionName, location }: Debugger.CallFrame, files: ReadonlyMap<string, string>): Frame {
  const { scriptId, lineNumber, columnNumber = 0 } = location;
  return {
    name: functionName || '<anonymous>',
    url: files.get(scriptId) ?? '',
    line: lineNumber + 1,
    column: columnNumber + 1,
  };
}

/** Nothing of the process runs any more that could. */
function end(frames: readonly Frame[]): void {
  const place = frames.map(({ name, url, line }) => `${name} ${url}:${line}`).join(' < ');
  writeSync(standardError, `something holds the event loop, and the process ends: ${place || 'somewhere'}\n`);
  process.kill(process.pid, 'SIGKILL');
}
