import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Question, Reply } from './highlight-thread.ts';
import type { Token } from './syntax-roles.ts';
import type { ColoredSyntax } from './tokenize.ts';

/** With more code waiting than that, whoever comes next would wait in vain. */
const maxWaiting = 16;
/** All of shiki with all of its languages takes half of it. */
const maxMegabytes = 256;

/** The lines of some code, each in pieces, or why there are none. */
export type Colors = Token[][] | 'choked' | 'late';

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, (colors: Colors) => void>();

/**
 * The file of the thread, where it lies beside this one: a bundler may have put both into one
 * file, as Netlify does with functions, and then there is none.
 */
export const threadFile = [
  new URL('./highlight-thread.js', import.meta.url),
  new URL('./highlight-thread.ts', import.meta.url),
].find((url) => existsSync(fileURLToPath(url)));

/** What the thread makes of some code; a thread that died, or has too much to do, is late. */
export async function askThread(file: URL, code: string, syntax: ColoredSyntax): Promise<Colors> {
  if (waiting.size >= maxWaiting) return 'late';
  const thread = (worker ??= start(file));
  const question: Question = { id: asked++, code, syntax };
  const answered = new Promise<Colors>((resolve) => waiting.set(question.id, resolve));
  thread.ref(); // no process ends while a card of its waits
  thread.postMessage(question);
  return answered;
}

function start(file: URL): Worker {
  const started = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
    execArgv: [],
  });
  started.on('message', ({ id, lines }: Reply) => {
    settle(id, lines ?? 'choked');
    if (waiting.size === 0) started.unref();
  });
  started.on('error', () => {}); // it ends, and its end is what counts
  started.once('exit', () => {
    if (worker === started) worker = undefined;
    for (const id of waiting.keys()) settle(id, 'late');
  });
  return started;
}

function settle(id: number, colors: Colors): void {
  waiting.get(id)?.(colors);
  waiting.delete(id);
}
