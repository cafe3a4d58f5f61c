import { processes } from '../process-tree.js';

/** The processes below a server by what they are: `browser`, `gpu-process`, `renderer`, `zygote` … */
export function processesOf(serverPid) {
  const all = processes();
  const children = (pid) =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...children(child.pid)]);
  const living = children(serverPid).filter(({ state, command }) => state !== 'Z' && command !== '');
  return Object.groupBy(living, ({ command }) => /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser');
}

export function zombiesOf(serverPid) {
  const all = processes();
  const children = (pid) =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...children(child.pid)]);
  return children(serverPid).filter(({ state }) => state === 'Z');
}

/** @param name As in SIGSTOP. */
export function signal(victims = [], name) {
  for (const { pid } of victims) {
    try {
      process.kill(pid, name);
    } catch {
      // it has ended
    }
  }
}
