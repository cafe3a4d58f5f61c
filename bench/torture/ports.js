import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const listening = '0A';

/** The TCP ports that these processes listen at. */
export function portsOf(pids) {
  return pids.flatMap((pid) => {
    const own = new Set(openFiles(pid));
    const found = ['tcp', 'tcp6'].flatMap((name) => linesOf(`/proc/${pid}/net/${name}`));
    return found
      .filter((fields) => fields[3] === listening && own.has(`socket:[${fields[9]}]`))
      .map((fields) => parseInt(fields[1].split(':')[1], 16));
  });
}

/** What the descriptors of a process lead to. */
export function openFiles(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((name) => readlinkSync(`/proc/${pid}/fd/${name}`));
  } catch {
    return []; // it has ended, or a file was closed while we looked
  }
}

function linesOf(path) {
  try {
    const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    return lines.map((line) => line.trim().split(/\s+/));
  } catch {
    return [];
  }
}
