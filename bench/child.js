import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atEnd } from './endings.js';

/**
 * Runs a script of this folder in a fresh process, with a temporary folder of its own.
 *
 * The script says one line of JSON and goes on until its input ends.
 *
 * @param put Puts the process where it has less of the machine.
 */
export async function startChild(script, argument, temporaryFolder, put = () => {}) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, argument], {
    env: { ...process.env, TMPDIR: temporaryFolder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  put(child.pid);
  const exited = once(child, 'exit');
  const stop = atEnd(async () => {
    child.stdin.end();
    await exited;
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), exited]);
  if (typeof line !== 'string') throw new Error(`${script} ${argument} ended before it had an answer.`);
  return { pid: child.pid, answer: JSON.parse(line), stop };
}

/** The other side: answers, waits for the end of the input, and closes what is open. */
export async function answerParent(answer, close) {
  process.stdin.resume();
  const ended = once(process.stdin, 'end');
  console.log(JSON.stringify(answer));
  await ended;
  await close();
}
