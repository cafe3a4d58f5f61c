import type { Browser, CDPSession, Target } from 'puppeteer-core';
import type { CardDocument } from '../../card/document.ts';
import type { Viewport } from '../../card/variants.ts';
import { abortable } from '../../system/abortable.ts';
import type { ChromiumKind } from '../chromium/binary.ts';
import { makeHermetic, type HermeticPage } from './hermetic.ts';
import { type Fit, PageFonts } from './page-fonts.ts';

/** What Chromium is asked to encode; our own encoders take it from there. */
export interface Capture {
  readonly format: 'jpeg' | 'png' | 'webp';
  readonly quality?: number;
  readonly optimizeForSpeed?: boolean;
}

type Shutter = (capture: Capture) => Promise<string>;

/** A card that is laid out and waits to be photographed. */
export interface CardView {
  readonly fit: Fit;
  /** Takes its picture; as often as need be. */
  capture(capture: Capture): Promise<Buffer>;
  /** Runs over CDP, which works with the page's own scripts disabled. */
  evaluate(expression: string): Promise<unknown>;
}

const firstViewport: Viewport = { width: 1200, height: 630, deviceScaleFactor: 1 };

/**
 * The one page that photographs every card of a browser, one at a time.
 *
 * One page, not a pool: two pages under begin-frame control abort Chromium 153.
 */
export class CardPage {
  readonly #page: CDPSession;
  readonly #kind: ChromiumKind;
  readonly #frameId: string;
  readonly #shutter: Shutter;
  readonly #hermetic: HermeticPage;
  readonly #lost: AbortSignal;
  readonly #fonts = new PageFonts();
  #viewport: Viewport | undefined;

  private constructor(
    page: CDPSession,
    kind: ChromiumKind,
    frameId: string,
    hermetic: HermeticPage,
    lost: AbortSignal,
  ) {
    this.#page = page;
    this.#kind = kind;
    this.#frameId = frameId;
    this.#shutter = kind === 'headless-shell' ? beginFrameShutter(page) : captureScreenshotShutter(page);
    this.#hermetic = hermetic;
    this.#lost = lost;
  }

  /** @param options.scripts Lets the page run its scripts; only tests of the containment do. */
  static open(browser: Browser, kind: ChromiumKind, options: { scripts?: boolean } = {}): Promise<CardPage> {
    const lost = lossOf(browser);
    const open = async () => {
      const target = await createPageTarget(browser, kind);
      const page = await target.createCDPSession();
      const frameId = (await page.send('Page.getFrameTree')).frameTree.frame.id;
      const hermetic = await makeHermetic(page, frameId, options);
      return new CardPage(page, kind, frameId, hermetic, lost);
    };
    return abortable(open(), lost);
  }

  /** Lays out a whole new document, waits until it is settled, and lets `work` photograph it. */
  show<Result>(document: CardDocument, work: (view: CardView) => Promise<Result>): Promise<Result> {
    return abortable(this.#show(document, work), this.#lost);
  }

  /** Shows a card and takes its one picture. */
  take(document: CardDocument, capture: Capture): Promise<Buffer> {
    return this.show(document, (view) => view.capture(capture));
  }

  async #show<Result>(document: CardDocument, work: (view: CardView) => Promise<Result>): Promise<Result> {
    await this.#resize(document.viewport);
    const loaded = new Promise((resolve) => this.#page.once('Page.loadEventFired', resolve));
    // One after the other: sent together, the question can be put to the last card's document.
    await this.#page.send('Page.setDocumentContent', { frameId: this.#frameId, html: document.html });
    const fit = await this.#fonts.settle(document.faces, this.#evaluate);
    await loaded;
    this.#assertStayed(); // before as well: a screenshot of a page that is being replaced may never come
    const result = await work({
      fit,
      capture: async (capture) => Buffer.from(await this.#shutter(capture), 'base64'),
      evaluate: this.#evaluate,
    });
    this.#assertStayed();
    return result;
  }

  readonly #evaluate = async (expression: string): Promise<unknown> => {
    const answer = await this.#page.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const failure = answer.exceptionDetails;
    if (failure)
      throw new Error(`The card did not settle: ${failure.exception?.description ?? failure.text}`);
    return answer.result.value;
  };

  #assertStayed(): void {
    if (this.#hermetic.hasWandered()) throw new Error('The card tried to navigate away.');
  }

  /** A renderer that dies, of too little memory for one, leaves every question to it unanswered. */
  onceCrashed(listener: () => void): void {
    this.#page.once('Inspector.targetCrashed', listener);
  }

  async #resize(viewport: Viewport): Promise<void> {
    if (viewport === this.#viewport) return;
    await setViewport(this.#page, this.#kind, viewport);
    this.#viewport = viewport;
  }
}

/** When a browser goes away, what is asked of it fails, but what is awaited from it never comes. */
function lossOf(browser: Browser): AbortSignal {
  const loss = new AbortController();
  browser.once('disconnected', () => loss.abort(new Error('The browser went away.')));
  return loss.signal;
}

async function createPageTarget(browser: Browser, kind: ChromiumKind): Promise<Target> {
  const root = await browser.target().createCDPSession();
  const { targetId } = await root.send('Target.createTarget', {
    url: 'about:blank',
    width: firstViewport.width,
    height: firstViewport.height,
    ...(kind === 'headless-shell' && { enableBeginFrameControl: true }),
  });
  // puppeteer keeps the id of a target to itself; the private field is the only way to match ours.
  return browser.waitForTarget((target) => (target as Target & { _targetId: string })._targetId === targetId);
}

/** Under begin-frame control the surface ignores the device scale factor: it is sized and scaled by hand. */
async function setViewport(page: CDPSession, kind: ChromiumKind, viewport: Viewport): Promise<void> {
  const { width, height, deviceScaleFactor } = viewport;
  const byHand = kind === 'headless-shell';
  await page.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor,
    mobile: false,
    ...(byHand && { scale: deviceScaleFactor }),
  });
  if (!byHand) return;
  await page.send('Emulation.setVisibleSize', {
    width: width * deviceScaleFactor,
    height: height * deviceScaleFactor,
  });
}

/** Frames exist only when we ask for one. A frame in which nothing changed carries no picture: ask again. */
function beginFrameShutter(page: CDPSession): Shutter {
  const maxFrames = 60;
  return async (screenshot) => {
    for (let frame = 0; frame < maxFrames; frame++) {
      const { screenshotData } = await page.send('HeadlessExperimental.beginFrame', { screenshot });
      if (screenshotData) return screenshotData;
    }
    throw new Error(`None of ${maxFrames} frames carried a picture.`);
  };
}

function captureScreenshotShutter(page: CDPSession): Shutter {
  return async (capture) =>
    (await page.send('Page.captureScreenshot', { ...capture, fromSurface: true })).data;
}
