import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { abortable } from '../../system/abortable.ts';
import type { ChromiumBinary } from './binary.ts';
import { type BrowserProcess, startProcess } from './browser-process.ts';
import { chromiumFlags } from './flags.ts';
import type { BrowserPipe } from './pipe.ts';
import { loadPuppeteer } from './puppeteer.ts';
import { ownedName } from '../../system/temporary-folder.ts';

export interface LaunchOptions {
  readonly temporaryFolder: string;
  readonly sandbox: boolean;
  readonly serverless: boolean;
  /** CDP calls and the launch itself give up after this long. */
  readonly timeoutMs: number;
  /** Our process may end while the browser runs, which then ends too. @default false */
  readonly isBackground?: boolean;
}

/** A running browser that is ours to end. */
export interface RunningBrowser {
  readonly browser: Browser;
  readonly pipe: BrowserPipe;
  readonly pid: number;
  /** Lets it finish and clean up. */
  close(): Promise<void>;
  /** Ends the whole process group at once; for a browser that hangs. */
  kill(): void;
}

export async function launchChromium(
  binary: ChromiumBinary,
  options: LaunchOptions,
): Promise<RunningBrowser> {
  const profile = join(options.temporaryFolder, ownedName('profile'));
  mkdirSync(profile, { mode: 0o700 });
  const { executablePath, kind } = binary;
  const flags = [
    ...chromiumFlags({ kind, ...options, sharedMemory: hasSharedMemory() }),
    `--user-data-dir=${profile}`,
  ];
  const starting = startProcess(executablePath, flags, browserEnvironment(binary, profile));
  const gone = starting
    .then(({ ended }) => ended)
    .catch(() => {}) // it never was
    .then(() => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
  gone.catch(() => {}); // the next start sweeps it up
  const chromium = await starting;
  if (options.isBackground) chromium.unref();
  try {
    const browser = await connectTo(chromium, options.timeoutMs);
    const { pid, pipe, kill } = chromium;
    return { browser, pid, pipe, kill, close: () => close(browser, chromium, gone) };
  } catch (error) {
    chromium.kill();
    throw error;
  }
}

/** A browser uses some 30 MB of it; a container's usual 64 MB would be full with two. */
function hasSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 256 * 2 ** 20;
  } catch {
    return false;
  }
}

/** puppeteer notices neither a browser that ended before it was connected to, nor one that is silent. */
async function connectTo({ pipe, ended, kill }: BrowserProcess, timeoutMs: number): Promise<Browser> {
  const connect = await loadPuppeteer();
  const fail = async (cause?: unknown): Promise<never> => {
    throw new Error(`Chromium ended while it was being started: ${await ended}`, { cause });
  };
  const options = { defaultViewport: null, protocolTimeout: timeoutMs };
  const connected = connect(pipe, options).catch((cause: unknown) => {
    kill();
    return fail(cause);
  });
  return abortable(Promise.race([connected, fail()]), AbortSignal.timeout(timeoutMs));
}

async function close(browser: Browser, chromium: BrowserProcess, gone: Promise<void>): Promise<void> {
  // Closing took 19 s once; nothing in a profile is worth waiting for.
  const lastCall = setTimeout(() => chromium.kill(), 2_000);
  await browser.close().catch(() => chromium.kill());
  await gone.catch(() => {});
  clearTimeout(lastCall);
}

/**
 * All that Chromium learns of our environment. Secrets stay with us, and so do
 * `FONTCONFIG_PATH`, `HOME` and the locale, which change pictures.
 */
function browserEnvironment(
  { fontconfigFile, libraryFolder }: ChromiumBinary,
  profile: string,
): Record<string, string> {
  return {
    HOME: profile,
    TMPDIR: profile,
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    PATH: process.env['PATH'] ?? '',
    FONTCONFIG_FILE: fontconfigFile,
    ...(libraryFolder && { LD_LIBRARY_PATH: libraryFolder }),
    ...(process.env['SYSTEMROOT'] && { SYSTEMROOT: process.env['SYSTEMROOT'] }),
  };
}
