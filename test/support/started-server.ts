import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

// The built CLI, as `npx cardstock` runs it; `make test` builds it first.
const main = join(import.meta.dirname, '../../dist/src/cli/main.js');

export interface StartedServer {
  readonly origin: string;
  readonly pid: number;
  /** Until it has ended, nothing. */
  readonly exitCode: number | null;
  /** What it wrote to its standard output so far. */
  readonly said: string;
  /** And to its standard error. */
  readonly complaints: string;
  /** Sends SIGTERM, and resolves with the exit code. */
  stop(): Promise<number | null>;
}

interface StartOptions {
  readonly variables?: Record<string, string>;
  /** Open files that it may have. */
  readonly descriptors?: number;
  /** What runs it: the words before its own command. */
  readonly within?: readonly string[];
  /** Of its command. */
  readonly options?: readonly string[];
  /** Where it runs. @default here */
  readonly folder?: string;
}

/** `cardstock start` in a process of its own; ended when the test is over. */
export async function startServer(options?: StartOptions): Promise<StartedServer> {
  let child: ChildProcess | undefined;
  onTestFinished(() => void child?.kill('SIGKILL'));
  return launchServer(options, (started) => (child = started));
}

/** The same. Whoever starts it stops it. */
export async function launchServer(
  { variables, descriptors = 1_024, within = [], options = [], folder = process.cwd() }: StartOptions = {},
  onStart?: (child: ChildProcess) => void,
): Promise<StartedServer> {
  const command = [...within, process.execPath, main, 'start', ...options];
  const env = { ...process.env, PORT: '0', CARDSTOCK_BROWSERS: '1', ...variables };
  const child = spawn('/bin/sh', ['-c', `ulimit -n ${descriptors}; exec "$0" "$@"`, ...command], {
    env,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onStart?.(child);
  const exited = once(child, 'exit');
  let said = '';
  let complaints = '';
  child.stdout.on('data', (bytes) => (said += String(bytes)));
  child.stderr.on('data', (bytes) => (complaints += String(bytes)));
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), exited])) as [unknown];
  const origin = /\blistening on ([^\s"]+)/.exec(String(line))?.[1];
  if (!origin) throw new Error(`The server did not start: ${String(line)}\n${complaints}`);
  return {
    origin,
    pid: child.pid!,
    get exitCode() {
      return child.exitCode;
    },
    get said() {
      return said;
    },
    get complaints() {
      return complaints;
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}
