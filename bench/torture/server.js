import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atEnd } from '../endings.js';
import { temporaryFolderOf } from './leftovers.js';

export const secret = 'a-secret-of-the-torture-0123456789ab';
export const siteUrl = 'http://site.example';

/** Where nobody's signature counts, and nobody has a share of a minute. */
export const forAnybody = { OG_ALLOW_UNSIGNED: 'true', CARDSTOCK_REQUESTS_PER_MINUTE: '100000000' };

export const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const watch = new URL('watch.js', import.meta.url).href;
/** Whoever has not ended by then has failed, and is ended. */
const endWithinMs = 40_000;
/** Of what it says, the last ones. */
const mostLetters = 100_000;

/**
 * A server as it runs in production, in a process of its own, and what is seen inside of it.
 *
 * @param descriptors Open files that it may have.
 * @param within What runs it: the words before its own command.
 */
export async function startServer(
  workspace,
  { environment = {}, descriptors = 4_096, within = [], folder = workspace } = {},
) {
  const cache = join(workspace, `cache-${process.hrtime.bigint()}`);
  mkdirSync(cache);
  const command = [...within, process.execPath, '--expose-gc', '--import', watch, main, 'start'];
  const child = spawn('/bin/sh', ['-c', `ulimit -n ${descriptors}; exec "$0" "$@"`, ...command], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      OG_SECRETS: secret,
      OG_SITE_URL: siteUrl,
      CARDSTOCK_CACHE: cache,
      CARDSTOCK_TMP: temporaryFolderOf(workspace),
      ...environment,
    },
  });
  child.on('error', () => {}); // a question to one that has ended
  const exited = once(child, 'exit');
  const stop = atEnd(() => end(child, exited));
  let said = '';
  child.stderr.on('data', (bytes) => (said = (said + bytes).slice(-mostLetters)));
  const origin = await originIn(child, () => said);
  child.stdout.on('data', (bytes) => (said = (said + bytes).slice(-mostLetters))).resume();
  return {
    origin,
    cache,
    pid: child.pid,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    said: () => said,
    look: () => say(child, 'look'),
    settle: () => say(child, 'settle'),
    stop,
  };
}

/** @returns how it ended, and in how many milliseconds. */
async function end(child, exited) {
  const asked = performance.now();
  if (child.exitCode === null) child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), endWithinMs);
  const [code, signal] = await exited;
  clearTimeout(late);
  return { code: code ?? signal, ms: performance.now() - asked };
}

async function originIn(child, said) {
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /listening on http:\/\/localhost:(\d+)/.exec(line);
    if (found) return `http://127.0.0.1:${found[1]}`;
  }
  throw new Error(`The server ended before it listened: ${said()}`);
}

async function say(child, word) {
  const answered = once(child, 'message');
  child.send(word);
  const [seen] = await answered;
  return seen;
}
