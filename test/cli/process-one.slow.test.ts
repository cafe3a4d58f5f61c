import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Process, processes } from '../support/processes.ts';
import { startServer } from '../support/started-server.ts';

const asProcessOne = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'];

/** Whether this machine lets us have a process 1 of our own. */
function canBeProcessOne(): boolean {
  const [command, ...words] = asProcessOne;
  try {
    execFileSync(command!, [...words, 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function descendants(pid: number, all = processes()): Process[] {
  const children = all.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child, ...descendants(child.pid, all)]);
}

test.skipIf(!canBeProcessOne())('a server that is process 1 of its container leaves no zombies', async () => {
  const server = await startServer({ within: asProcessOne });
  const card = `${server.origin}/.netlify/functions/gen-opengraph-image?template=plain&title=`;
  const headers = { accept: 'application/json' };
  const killed = new Set<number>();
  for (let count = 0; count < 3; count++) {
    expect((await fetch(`${card}${count}`, { headers })).status).toBe(200);
    const browsers = descendants(server.pid).filter(
      ({ pid, session, commandLine }) => pid === session && commandLine.includes('--user-data-dir='),
    );
    for (const { pid } of browsers) {
      killed.add(pid);
      process.kill(-pid, 'SIGKILL');
    }
  }
  expect(killed.size).toBe(3);
  await expect.poll(() => descendants(server.pid).filter(({ state }) => state === 'Z')).toEqual([]);

  const [init] = descendants(server.pid) as [Process];
  process.kill(init.pid, 'SIGTERM'); // as the container's engine says it to process 1
  await expect.poll(() => server.exitCode, { timeout: 20_000 }).toBe(0);
});
