import type { ChromiumKind } from './binary.ts';

export interface FlagOptions {
  readonly kind: ChromiumKind;
  readonly sandbox: boolean;
  readonly serverless: boolean;
  /** Whether /dev/shm has room for a browser. */
  readonly sharedMemory: boolean;
}

/** Quiet: nothing that asks a question, makes a sound or writes what nobody reads. */
const quiet = [
  '--no-first-run',
  '--mute-audio',
  '--disable-breakpad', // no minidumps
  '--disable-crash-reporter', // no crash uploads
  '--disable-notifications',
  '--disable-speech-api',
];

/** What a full Chrome does by itself in the background, and headless_shell never learned. */
const quietChrome = [
  '--no-default-browser-check',
  '--disable-background-networking', // Safe Browsing, variations and update pings
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-pings',
  '--password-store=basic', // no keyring prompt on a desktop
  '--use-mock-keychain', // nor on a Mac
];

/** Containment, layer by layer; each has been wrong somewhere once. */
const sealed = [
  '--host-resolver-rules=MAP * ~NOTFOUND', // no name and no address resolves, the proxy's own included
  '--proxy-server=http://nowhere.invalid:1', // what resolves nothing goes to a proxy that is not there
  '--proxy-bypass-list=<-loopback>', // localhost too: by default it goes around a proxy
  '--disable-quic', // UDP does not pass through a proxy
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp', // nor does STUN
  '--disable-file-system',
  '--disable-local-storage',
];

/** One picture for one document, on every machine. */
const deterministic = [
  '--hide-scrollbars',
  '--font-render-hinting=none', // hinting moves glyphs with the pixel grid
  '--disable-lcd-text', // sub-pixel colours look wrong once the picture is scaled
  '--force-color-profile=srgb',
  '--disable-checker-imaging', // images are decoded before the frame, not after it
  '--disable-partial-raster', // where only a part is painted anew, curves that its edge cuts come out a little different
];

/** The compositor draws in software at once instead of through an emulated GPU: 116 ms a card became 50. */
const fast = [
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--default-tile-width=1200', // one tile for the usual card, and not many small ones: a tenth less work
  '--default-tile-height=630',
];

/** Lambda and small containers have a tiny /dev/shm or none; where there is room it is a twentieth faster than files. */
const noSharedMemory = '--disable-dev-shm-usage';

/** The shutter: frames are made when we ask, in one step. Only headless_shell can. */
const beginFrame = ['--enable-begin-frame-control', '--run-all-compositor-stages-before-draw'];

/**
 * What a profile keeps in databases is in memory, and nobody asks for it again: 39 open files
 * where there were 72. A full Chrome would open its page in another profile than we ask.
 */
const noDatabases = '--incognito';

/** Lambda refuses the system calls of the zygote and of a second process's sandbox. */
const oneProcess = ['--single-process', '--no-zygote'];

/** What would be a process of its own, and has nothing to keep apart from the browser. */
const networkInBrowser = '--enable-features=NetworkServiceInProcess2';

/**
 * Where nothing is shut in anyway, the compositor is a part of the browser and renderers start by
 * themselves: two to four processes and 20 MB less. Within a sandbox it keeps its own, for it
 * reads what a renderer sends. If it crashes the browser does, and is replaced as any other.
 */
const fewProcesses = ['--in-process-gpu', '--no-zygote'];

/** PaintHolding would keep the last card's picture while the next one loads. */
const disabledFeatures = '--disable-features=PaintHolding,Translate,MediaRouter,OptimizationHints';

/**
 * Chromium's command line, apart from the profile folder and the pipe. Whoever
 * changes what it draws counts up `recipeRevision` in card/engine.ts.
 */
export function chromiumFlags({ kind, sandbox, serverless, sharedMemory }: FlagOptions): string[] {
  const shell = kind === 'headless-shell';
  return [
    '--headless',
    ...quiet,
    ...(shell ? [] : quietChrome),
    ...sealed,
    ...deterministic,
    ...fast,
    ...(sharedMemory ? [] : [noSharedMemory]),
    ...(shell ? [...beginFrame, noDatabases] : []),
    ...(sandbox ? [] : ['--no-sandbox']),
    ...(serverless ? oneProcess : shell && !sandbox ? fewProcesses : []),
    ...(shell ? [networkInBrowser] : []),
    disabledFeatures,
    ...(shell ? [] : ['about:blank']), // a full Chrome opens a page anyhow; to headless_shell it would be a tab of 27 MB for nobody
  ];
}
