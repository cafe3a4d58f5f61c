import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A line of /proc. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** The browser that it belongs to: each is started as the leader of a session. */
  readonly session: number;
  readonly state: string;
  readonly startedAt: number;
  readonly commandLine: string;
}

export function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => read(Number(pid)))
    .filter((process) => process !== undefined);
}

/** The browsers that this process has running, oldest first. */
export function browserPids(): number[] {
  return processes()
    .filter(({ parent, state, commandLine }) => {
      return parent === process.pid && state !== 'Z' && commandLine.includes('--user-data-dir=');
    })
    .sort((one, other) => one.startedAt - other.startedAt)
    .map(({ pid }) => pid);
}

/** A browser and its helpers, as far as they live. */
export function familyOf(browserPid: number): Process[] {
  return processes().filter(({ session, state }) => session === browserPid && state !== 'Z');
}

/** Children that ended and that this process never asked about. */
export function zombies(): Process[] {
  return processes().filter(({ parent, state }) => parent === process.pid && state === 'Z');
}

function read(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in front is in brackets and may itself hold some.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      pid,
      state: fields[0]!,
      parent: Number(fields[1]),
      session: Number(fields[3]),
      startedAt: Number(fields[19]),
      commandLine: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
    };
  } catch {
    return undefined; // it ended while we looked
  }
}

/** TCP ports that these processes listen at, in whatever network they live. */
export function listeningPorts(pids: readonly number[]): number[] {
  return pids.flatMap((pid) => {
    const own = new Set(openFiles(pid));
    return listeners(pid)
      .filter(({ inode }) => own.has(`socket:[${inode}]`))
      .map(({ port }) => port);
  });
}

function listeners(pid: number) {
  const lines = ['tcp', 'tcp6'].flatMap((name) =>
    readFileSync(`/proc/${pid}/net/${name}`, 'utf8').split('\n').slice(1, -1),
  );
  const listening = '0A';
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === listening)
    .map((fields) => ({ port: parseInt(fields[1]!.split(':')[1]!, 16), inode: fields[9]! }));
}

/** What the descriptors of a process lead to. */
export function openFiles(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${name}`);
    } catch {
      return []; // it was closed while we looked
    }
  });
}
