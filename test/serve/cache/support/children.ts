import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { typescript } from '../../../support/typescript.ts';

export type Child = ChildProcessByStdio<Writable, Readable, null>;

/** Runs a script of this folder in a process of its own; what it complains of is seen. */
export function startChild(
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Child {
  return spawn(process.execPath, [...typescript, join(import.meta.dirname, script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
}
