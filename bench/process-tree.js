import { readdirSync, readFileSync } from 'node:fs';

/** A process and all that descend from it, by pid. Linux alone tells. */
export function processTree(root) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }));
  const descendants = (pid) => [
    pid,
    ...parents.filter(({ parent }) => parent === pid).flatMap((child) => descendants(child.pid)),
  ];
  return descendants(root);
}

function parentOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  // The name of the program comes before, in brackets, and may hold anything.
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(parent);
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
