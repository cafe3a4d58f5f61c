import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { descriptorLimit } from '../../system/descriptors.ts';
import { BrowserPipe } from './pipe.ts';

/** A Chromium that runs, or is about to, and is ours to end. */
export interface BrowserProcess {
  readonly pid: number;
  /** Its debugger, as soon as it listens. A browser that ends closes it. */
  readonly pipe: BrowserPipe;
  /** Resolves with its last words when it has ended. */
  readonly ended: Promise<string>;
  /** Ends the whole process group at once. */
  readonly kill: () => void;
  /** Lets our own process end while it runs; it ends with us. */
  readonly unref: () => void;
}

/**
 * The shell that becomes the browser, after what Node cannot ask for: no core files, which
 * have 225–380 MB each; where there is a setpriv that can (BusyBox's cannot), an end with ours
 * at once if we are killed, and not when it sees its pipe closed; and enough open files, or
 * a word instead of a browser that never says anything.
 */
const becomeBrowser =
  'setpriv --pdeathsig KILL true 2>/dev/null && exec setpriv --pdeathsig KILL "$0" "$@"; exec "$0" "$@"';

/** A browser with one page holds 39 files, and does not start with 41; one that is no headless shell holds more. */
export const neededFiles = 56;
const plentyOfFiles = 256;
const moreFiles = `ulimit -n ${plentyOfFiles} 2>/dev/null || [ "$(ulimit -n)" -ge ${neededFiles} ] ||
  { echo "ulimit -n is $(ulimit -n), and Chromium needs ${neededFiles}" >&2; exit 1; }`;

function shellScript(): string {
  const isScarce = (descriptorLimit() ?? Infinity) < plentyOfFiles;
  return ['ulimit -c 0', ...(isScarce ? [moreFiles] : []), becomeBrowser].join('; ');
}

/** As long as whoever else holds its stderr is waited for. */
const lastWordsMs = 1_000;

const windows = process.platform === 'win32';
const running = new Set<BrowserProcess>();
process.on('exit', () => running.forEach((browser) => browser.kill()));

/**
 * Starts Chromium as the leader of a process group of its own.
 *
 * Not by puppeteer's `launch`: that waits for good when the browser is killed between
 * its first words and its first page, and does not say which process to end.
 *
 * @throws {Error} the system has no process, descriptor or memory left for it.
 */
export async function startProcess(
  executablePath: string,
  flags: readonly string[],
  env: Record<string, string>,
): Promise<BrowserProcess> {
  const [command, ...first] = windows ? [executablePath] : ['/bin/sh', '-c', shellScript(), executablePath];
  const child = spawn(command, [...first, '--remote-debugging-pipe', ...flags], {
    env,
    detached: !windows,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ended = endOf(child);
  const { pid } = child;
  if (pid === undefined) throw new Error(`Chromium could not be started: ${await ended}`);
  const [, , , toBrowser, fromBrowser] = child.stdio;
  const pipe = new BrowserPipe(toBrowser as Writable, fromBrowser as Readable);
  const browser = { pid, pipe, ended, kill: () => endGroup(pid), unref: () => unref(child) };
  running.add(browser);
  child.once('exit', () => {
    running.delete(browser);
    pipe.close(); // a helper that lives for another moment would hold it open
    browser.kill(); // helpers outlive a browser that was killed
  });
  return browser;
}

function endOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message)); // it never started
    child.once('exit', (code, signal) => {
      const end = () => resolve(`${signal ?? `exit ${code}`}\n${said}`);
      child.once('close', end); // the last words may come behind the end
      setTimeout(end, lastWordsMs).unref();
    });
  });
}

function unref(child: ChildProcess): void {
  child.unref();
  for (const stream of child.stdio) (stream as Partial<Socket> | null)?.unref?.();
}

function endGroup(pid: number): void {
  try {
    process.kill(windows ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
