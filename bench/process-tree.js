import { readdirSync, readFileSync } from 'node:fs';

/** All processes there are. Linux alone tells. */
export function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => describe(Number(name)));
}

function describe(pid) {
  const stat = read(`/proc/${pid}/stat`);
  // The name of the program comes before, in brackets, and may hold anything.
  const [state, parent, , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return { pid, state, parent: Number(parent), session: Number(session), command };
}

/** A process and all that descend from it, by pid. */
export function processTree(root) {
  const all = processes();
  const descendants = (pid) => [
    pid,
    ...all.filter(({ parent }) => parent === pid).flatMap((child) => descendants(child.pid)),
  ];
  return descendants(root);
}

/** The kernel counts in these, whatever its own are. */
const ticksPerSecond = 100;

/** CPU milliseconds of a process and all that descend from it, those that have ended included. */
export function treeMs(root) {
  const ticks = processTree(root).flatMap((pid) => {
    const stat = read(`/proc/${pid}/stat`);
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number);
  });
  return (ticks.reduce((sum, count) => sum + count, 0) * 1000) / ticksPerSecond;
}

/** PSS in bytes: a page that several processes share counts once, divided among them. */
export function proportionalSetSize(pid) {
  const [, kibibytes] = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  return Number(kibibytes ?? 0) * 1024;
}

/** A process may be gone by the time it is asked. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** CPU milliseconds of a process's main thread, where its command line has that word; else none. */
export function threadMs(pid, word) {
  if (!read(`/proc/${pid}/cmdline`).includes(word)) return 0;
  const [nanoseconds] = read(`/proc/${pid}/task/${pid}/schedstat`).split(' ');
  return Number(nanoseconds) / 1e6;
}

/** CPU milliseconds of each thread that lives, of a process and all that descend from it. */
export function threadTimes(root) {
  const times = new Map();
  for (const pid of processTree(root)) {
    const [, kind = 'browser'] = /--type=([\w-]+)/.exec(read(`/proc/${pid}/cmdline`)) ?? [];
    for (const thread of threadsOf(pid)) {
      const name = `${kind}/${read(`/proc/${pid}/task/${thread}/comm`).trim()}`;
      const [nanoseconds] = read(`/proc/${pid}/task/${thread}/schedstat`).split(' ');
      times.set(name, (times.get(name) ?? 0) + Number(nanoseconds) / 1e6);
    }
  }
  return times;
}

function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}
