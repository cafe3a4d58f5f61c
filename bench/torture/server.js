import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atEnd } from '../endings.js';

export const secret = 'a-secret-of-the-torture-0123456789ab';
export const siteUrl = 'http://site.example';

const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const watch = new URL('watch.js', import.meta.url).href;

/** A server as it runs in production, in a process of its own, and what is seen inside of it. */
export async function startServer(workspace, environment = {}) {
  const cache = join(workspace, `cache-${process.hrtime.bigint()}`);
  mkdirSync(cache);
  const child = spawn(process.execPath, ['--import', watch, main, 'start'], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      OG_SECRETS: secret,
      OG_SITE_URL: siteUrl,
      CARDSTOCK_CACHE: cache,
      ...environment,
    },
  });
  const exited = once(child, 'exit');
  const stop = atEnd(async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await exited;
  });
  const origin = await originIn(child);
  return { origin, look: () => look(child), stop };
}

async function originIn(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /listening on http:\/\/localhost:(\d+)/.exec(line);
    child.stdout.resume();
    if (found) return `http://127.0.0.1:${found[1]}`;
  }
  throw new Error('The server ended before it listened.');
}

async function look(child) {
  const answered = once(child, 'message');
  child.send('?');
  const [seen] = await answered;
  return seen;
}
