import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A Chromium that runs, or is about to, and is ours to end. */
export interface BrowserProcess {
  readonly pid: number | undefined;
  /** The address of its debugger. A browser that ends too early never names one. */
  readonly endpoint: Promise<string>;
  /** Resolves with its last words when it has ended. */
  readonly ended: Promise<string>;
  /** Ends the whole process group at once. */
  readonly kill: () => void;
}

/**
 * The shell that becomes the browser, after two things Node cannot ask for: no core
 * files, which have 225–380 MB each, and, where the system can, an end with ours even
 * if we are killed.
 */
const shell = [
  '-c',
  'ulimit -c 0; command -v setpriv >/dev/null && exec setpriv --pdeathsig KILL "$0" "$@"; exec "$0" "$@"',
];

const windows = process.platform === 'win32';
const running = new Set<BrowserProcess>();
process.on('exit', () => running.forEach((browser) => browser.kill()));

/**
 * Starts Chromium as the leader of a process group of its own.
 *
 * Not by puppeteer's `launch`: that waits for good when the browser is killed between
 * its first words and its first page, and does not say which process to end.
 */
export function startProcess(
  executablePath: string,
  flags: readonly string[],
  env: Record<string, string>,
): BrowserProcess {
  const [command, ...first] = windows ? [executablePath] : ['/bin/sh', ...shell, executablePath];
  const child = spawn(command, [...first, '--remote-debugging-port=0', ...flags], {
    env,
    detached: !windows,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = { pid: child.pid, kill: () => endGroup(child.pid), ...listenTo(child) };
  running.add(browser);
  void browser.ended.then(() => {
    running.delete(browser);
    browser.kill(); // helpers outlive a browser that was killed
  });
  return browser;
}

function listenTo(child: ChildProcessByStdio<null, null, Readable>) {
  const endpoint = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<string>();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
    const address = /^DevTools listening on (ws:\S+)\r?\n/m.exec(said)?.[1];
    if (address) endpoint.resolve(address);
  });
  child.once('error', ({ message }) => ended.resolve(message)); // it never started
  child.once('exit', (code, signal) => ended.resolve(`${signal ?? `exit ${code}`}\n${said}`));
  return { endpoint: endpoint.promise, ended: ended.promise };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(windows ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
