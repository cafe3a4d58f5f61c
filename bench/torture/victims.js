import { processes } from '../process-tree.js';

/** As long as who has ended may wait to be asked about. */
const patienceMs = 5_000;
const profile = '--user-data-dir=';

/** The living processes below a server by what they are: `browser`, `gpu-process`, `renderer`, `zygote` … */
export function processesOf(serverPid) {
  const living = below(serverPid).filter(({ state, command }) => state !== 'Z' && command !== '');
  return Object.groupBy(living, kindOf);
}

/**
 * Who has ended and is not asked about, in the end. A browser itself asks about helpers that
 * somebody else has killed only as it ends, so those below one that lives are not ours.
 */
export async function zombiesOf(serverPid) {
  const zombies = () => {
    const all = below(serverPid);
    const browsers = all.filter(({ state, command }) => state !== 'Z' && command.includes(profile));
    const isHeld = ({ parent }) => browsers.some(({ pid }) => pid === parent);
    return all.filter((process) => process.state === 'Z' && !isHeld(process)).map(({ pid }) => pid);
  };
  const start = performance.now();
  while (zombies().length > 0 && performance.now() - start < patienceMs) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return zombies();
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

function below(serverPid) {
  const all = processes();
  const children = (pid) =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...children(child.pid)]);
  return children(serverPid);
}

function kindOf({ command }) {
  return /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser';
}
