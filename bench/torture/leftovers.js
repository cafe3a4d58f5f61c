import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { processes } from '../process-tree.js';

export function temporaryFolderOf(workspace) {
  const folder = join(workspace, 'tmp');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Profiles and files half written; an unpacked browser stays for the next start. */
export function filesLeft(workspace) {
  return readdirSync(temporaryFolderOf(workspace), { recursive: true })
    .map(String)
    .filter((path) => /(?:unpacking|profile|foreign|writing)-\d+-\w+$|(?:^|\/)core(?:\.\d+)?$/.test(path));
}

/** Processes that speak of the workspace, and children of ours that nobody asked about. */
export function processesLeft(workspace) {
  return processes()
    .filter(({ pid, parent, state, command }) => {
      return (
        (pid !== process.pid && command.includes(workspace)) || (parent === process.pid && state === 'Z')
      );
    })
    .map(({ pid, command }) => `${pid} ${command.slice(0, 60)}`);
}
