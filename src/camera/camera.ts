import type { CardDocument } from '../card/document.ts';
import type { ImageFormat } from '../card/variants.ts';
import {
  BrowserUnavailableError,
  FontRefusedError,
  QueueFullError,
  RenderTimeoutError,
  RequestAbortedError,
} from '../errors.ts';
import { abortable } from '../system/abortable.ts';
import { findChromium } from './chromium/binary.ts';
import { BrowserSlot } from './browser-slot.ts';
import { type Admission, Line, type Rank } from './line.ts';
import type { CardView } from './page/card-page.ts';
import { frameOf } from './page/kept-document.ts';
import { encode, encoderVersion, expose } from './encode/encode.ts';
import type { LaunchOptions } from './chromium/launch.ts';
import { endOrphans } from './chromium/orphans.ts';
import { loadPuppeteer } from './chromium/puppeteer.ts';
import { Sandbox } from './chromium/sandbox.ts';
import { openTemporaryFolder, sweep } from '../system/temporary-folder.ts';
import type { CameraLoad, ScreenshotFacts } from './screenshot.ts';
import type { CameraSettings } from './settings.ts';

/** A finished image, and what it took. */
export interface Screenshot extends ScreenshotFacts {
  readonly bytes: Buffer;
}

export type { CameraLoad, ScreenshotTimings } from './screenshot.ts';

export interface Camera {
  /** Names the browser, the encoders and their budget; part of every cache key. */
  readonly engine: string;
  /**
   * Lets a card in whose document is still to be made, for {@link take} to be told of: to be refused
   * costs nothing then.
   *
   * @throws {QueueFullError} {@link take} would refuse it.
   */
  admit(rank: Rank): Admission;
  /**
   * @throws {QueueFullError} too many cards are already waiting, or they take too long now.
   * @throws {RenderTimeoutError} the card was not ready within `config.timeoutMs`.
   * @throws {BrowserUnavailableError} two browsers in a row failed to start or died.
   * @throws {RequestAbortedError} `signal` was aborted; a card that still waited is never photographed.
   */
  take(
    document: CardDocument,
    format: ImageFormat,
    signal?: AbortSignal,
    terms?: TakeTerms,
  ): Promise<Screenshot>;
  /**
   * Lays a card out and lets `work` look at it, on the same terms as {@link take}: `work` may be
   * asked a second time, with another browser.
   */
  inspect<Result>(document: CardDocument, work: Inspect<Result>, signal?: AbortSignal): Promise<Result>;
  /** What it is busy with now. */
  load(): CameraLoad;
  /** Starts the first browser, so that the first card need not wait for it. */
  warm(): Promise<void>;
  /** Finishes the cards that were accepted, then ends every browser. */
  close(): Promise<void>;
}

export interface TakeTerms {
  /** @default 'own' */
  readonly rank?: Rank;
  /** What is left of `config.timeoutMs`. */
  readonly withinMs?: number;
  readonly admission?: Admission | undefined;
}

/** What somebody does with a card that is laid out. */
export type Inspect<Result> = (view: CardView) => Promise<Result>;

/** A card is tried on one browser, and once more on a new one. */
const maxAttempts = 2;

/**
 * Owns the browsers: one card at a time on each, the rest in a bounded line.
 *
 * Cards prefer the browser that was used last, so light traffic keeps one browser
 * warm and never starts a second.
 *
 * @throws {ConfigError} there is no browser for this machine.
 */
export async function createCamera(
  config: CameraSettings,
  { isBackground = false }: Pick<LaunchOptions, 'isBackground'> = {},
): Promise<Camera> {
  const temporaryFolder = openTemporaryFolder(config.temporaryFolder);
  endOrphans(temporaryFolder);
  sweep(temporaryFolder);
  const source = await findChromium(config, temporaryFolder);
  // Both early; whoever needs the browser meets the failure.
  source.prepare().catch(() => {});
  loadPuppeteer().catch(() => {});
  const engine = `${source.engine} ${encoderVersion} budget ${config.budgetKilobytes}`;
  const attemptMs = Math.ceil(config.timeoutMs / 3); // leaves a second browser time to start and draw
  const sandbox = new Sandbox(config);
  const options = {
    temporaryFolder,
    sandbox,
    serverless: config.serverless,
    timeoutMs: config.timeoutMs,
    recycleAfter: config.recycleAfter,
    isBackground,
  };
  const slots = Array.from({ length: config.browsers }, () => new BrowserSlot(source, options));
  const idle = [...slots];
  const frames = new Map<BrowserSlot, string>();
  const line = new Line({ places: slots.length, maxWaiting: config.maxQueue });
  const unfinished = new Set<Promise<unknown>>();
  let isClosed = false;

  /** The one that has shown such a card last, else the one that was used last. */
  function takeIdle(frame: string): BrowserSlot {
    const at = idle.findLastIndex((slot) => slot.isReady && frames.get(slot) === frame);
    return at < 0 ? idle.pop()! : idle.splice(at, 1)[0]!;
  }

  /** On a free slot; there are as many slots as the line has places. */
  async function onSlot<Result>(document: CardDocument, work: Inspect<Result>, deadline: AbortSignal) {
    const frame = frameOf(document.html);
    const slot = takeIdle(frame);
    const begun = performance.now();
    let costMs: number | undefined;
    try {
      const shown = await showOn(slot, document, work, deadline, attemptMs);
      costMs = shown.frameMs;
      return shown;
    } finally {
      idle.push(slot);
      frames.set(slot, frame);
      line.leave(costMs ?? performance.now() - begun, frame);
    }
  }

  /** Lets `work` look at a card, and says in our own errors why it could not. */
  async function show<Result>(
    document: CardDocument,
    work: Inspect<Result>,
    signal?: AbortSignal,
    { rank = 'own', withinMs = config.timeoutMs, admission }: TakeTerms = {},
  ) {
    if (isClosed) throw new BrowserUnavailableError(new Error('The camera is closed.'));
    const deadline = AbortSignal.timeout(Math.max(0, Math.ceil(withinMs)));
    const asked = performance.now();
    let queueMs: number | undefined;
    try {
      const kind = frameOf(document.html);
      await line.enter(rank, AbortSignal.any([deadline, ...(signal ? [signal] : [])]), { kind, admission });
      queueMs = performance.now() - asked;
      return { queueMs, ...(await onSlot(document, work, deadline)) };
    } catch (error) {
      if (deadline.aborted) {
        throw queueMs === undefined ? new QueueFullError() : new RenderTimeoutError(config.timeoutMs, error);
      }
      if (signal?.aborted) throw new RequestAbortedError(error);
      throw error;
    }
  }

  async function photograph(
    document: CardDocument,
    format: ImageFormat,
    signal?: AbortSignal,
    terms?: TakeTerms,
  ): Promise<Screenshot> {
    const settings = { format, chroma: document.chroma, budgetBytes: config.budgetKilobytes * 1000 };
    const { result, ...timings } = await show(document, (view) => expose(view, settings), signal, terms);
    const start = performance.now();
    const image = await encode(result, settings, document.viewport);
    return { ...image, format, timings: { ...timings, encodeMs: performance.now() - start } };
  }

  /** Remembers what runs, so that closing can wait for it. */
  function track<Result>(running: Promise<Result>): Promise<Result> {
    unfinished.add(running);
    return running.finally(() => unfinished.delete(running));
  }

  return {
    engine,
    admit: (rank) => line.admit(rank),
    take: (document, format, signal, terms) => track(photograph(document, format, signal, terms)),
    inspect: (document, work, signal) => track(show(document, work, signal).then(({ result }) => result)),
    load: () => ({
      waiting: line.waiting,
      busy: line.busy,
      maxWaiting: config.maxQueue,
      sandbox: sandbox.state,
      pids: slots.flatMap(({ pid }) => pid ?? []),
    }),
    async warm() {
      await slots.at(-1)!.open();
    },
    async close() {
      isClosed = true;
      await Promise.allSettled(unfinished);
      await Promise.all(slots.map((slot) => slot.close()));
    },
  };
}

/**
 * One picture, on a second browser if the first one dies, fails or is not done within
 * `attemptMs`. The second one has the rest of the time: a slow card is no broken browser.
 */
async function showOn<Result>(
  slot: BrowserSlot,
  document: CardDocument,
  work: Inspect<Result>,
  deadline: AbortSignal,
  attemptMs: number,
) {
  let failure: unknown;
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    const asked = performance.now();
    const isCold = !slot.isReady;
    try {
      const { page } = await abortable(slot.open(), deadline);
      const opened = performance.now();
      const limits = attempt < maxAttempts ? [deadline, AbortSignal.timeout(attemptMs)] : [deadline];
      const result = await showWithin(slot, page.show(document, work), AbortSignal.any(limits));
      slot.countCard();
      return { result, frameMs: performance.now() - opened, ...(isCold && { coldStartMs: opened - asked }) };
    } catch (error) {
      deadline.throwIfAborted();
      if (error instanceof FontRefusedError) throw error;
      failure = error;
    }
  }
  throw new BrowserUnavailableError(failure);
}

async function showWithin<Result>(
  slot: BrowserSlot,
  shown: Promise<Result>,
  limit: AbortSignal,
): Promise<Result> {
  try {
    return await abortable(shown, limit);
  } catch (error) {
    slot.discard(); // whatever state it is in, the next card gets a fresh one
    throw error;
  }
}
