import type { Browser, CDPSession, Target } from 'puppeteer-core';
import type { CardDocument } from '../../card/document.ts';
import type { Viewport } from '../../card/variants.ts';
import { abortable } from '../../system/abortable.ts';
import type { ChromiumKind } from '../chromium/binary.ts';
import type { BrowserPipe, Send } from '../chromium/pipe.ts';
import { makeHermetic, type HermeticPage } from './hermetic.ts';
import { KeptDocument } from './kept-document.ts';
import { type Fit, PageFonts } from './page-fonts.ts';
import { policyDocument, withoutPolicy } from './policy.ts';
import { type Capture, type Shutter, shutterOf } from './shutter.ts';
import { setViewport } from './viewport.ts';

/** A card that is laid out and waits to be photographed. */
export interface CardView {
  readonly fit: Fit;
  /** Takes its picture; as often as need be. */
  capture(capture: Capture): Promise<Buffer>;
  /** Runs over CDP, which works with the page's own scripts disabled. */
  evaluate(expression: string): Promise<unknown>;
}

/** What the page is sent of a card. */
type SentDocument = Pick<CardDocument, 'html' | 'faces' | 'viewport'>;

interface PageOptions {
  /** A shorter way to the page than puppeteer's, for what every card asks. */
  readonly pipe?: BrowserPipe;
  /** Lets the page run its scripts; only tests of the containment do. */
  readonly scripts?: boolean;
  /** Gives its windows the Content-Security-Policy of cards; only such tests do not. @default true */
  readonly policy?: boolean;
}

interface PageParts {
  readonly page: CDPSession;
  readonly send: Send;
  readonly kind: ChromiumKind;
  readonly frameId: string;
  readonly hermetic: HermeticPage;
  readonly lost: AbortSignal;
  readonly hasPolicy: boolean;
}

const firstViewport: Viewport = { width: 1200, height: 630, deviceScaleFactor: 1 };

/**
 * The one page that photographs every card of a browser, one at a time.
 *
 * One page, not a pool: two pages under begin-frame control abort Chromium 153.
 */
export class CardPage {
  readonly #parts: PageParts;
  readonly #shutter: Shutter;
  readonly #fonts = new PageFonts();
  readonly #kept = new KeptDocument();
  #viewport: Viewport | undefined;

  private constructor(parts: PageParts) {
    this.#parts = parts;
    this.#shutter = shutterOf(parts.send, parts.kind);
  }

  static open(browser: Browser, kind: ChromiumKind, options: PageOptions = {}): Promise<CardPage> {
    const lost = lossOf(browser);
    const open = async () => {
      const target = await createPageTarget(browser, kind);
      const page = await target.createCDPSession();
      const frameId = (await page.send('Page.getFrameTree')).frameTree.frame.id;
      const hermetic = await makeHermetic(page, frameId, options);
      const send = options.pipe?.session(page.id()) ?? page.send.bind(page);
      const hasPolicy = options.policy ?? true;
      const opened = new CardPage({ page, send, kind, frameId, hermetic, lost, hasPolicy });
      await opened.#beginWindow();
      return opened;
    };
    return abortable(open(), lost);
  }

  /** Lays out a document, waits until it is settled, and lets `work` photograph it. */
  async show<Result>(document: CardDocument, work: (view: CardView) => Promise<Result>): Promise<Result> {
    try {
      return await abortable(this.#show(document, work), this.#parts.lost);
    } catch (error) {
      this.#kept.forget();
      throw error;
    }
  }

  /** Shows a card and takes its one picture. */
  take(document: CardDocument, capture: Capture): Promise<Buffer> {
    return this.show(document, (view) => view.capture(capture));
  }

  async #show<Result>(document: CardDocument, work: (view: CardView) => Promise<Result>): Promise<Result> {
    await this.#resize(document.viewport);
    const fit = await this.#layOut(document);
    this.#assertStayed(); // before as well: a screenshot of a page that is being replaced may never come
    const result = await work({
      fit,
      capture: async (capture) => Buffer.from(await this.#shutter(capture), 'base64'),
      evaluate: (expression) => {
        this.#kept.forget(); // it may change what it looks at
        return this.#evaluate(expression);
      },
    });
    this.#assertStayed();
    return result;
  }

  /** By changing what is shown where that can be, else by a whole new document. */
  async #layOut({ html, faces, viewport }: CardDocument): Promise<Fit> {
    const document = { html: withoutPolicy(html), faces, viewport };
    const redrawn = await this.#redraw(document);
    if (redrawn) return redrawn;
    const fit = await this.#layOutAnew(document);
    this.#kept.set(document);
    return fit;
  }

  async #redraw(document: SentDocument): Promise<Fit | undefined> {
    if (this.#parts.kind !== 'headless-shell') return undefined; // others paint with a GPU, and not all of a frame
    const markup = this.#kept.markupFor(document);
    if (markup === undefined) return undefined;
    const fit = await this.#fonts.settle(document.faces, this.#evaluate, markup);
    this.#kept.tried(fit !== undefined);
    return fit;
  }

  /** In a window that is ours: a document that tried to go elsewhere may have left it for another. */
  async #layOutAnew(document: SentDocument): Promise<Fit> {
    const fit = await this.#setAndSettle(document);
    if (fit) return fit;
    await this.#beginWindow();
    const again = await this.#setAndSettle(document);
    if (!again) throw new Error('The window was lost.');
    return again;
  }

  async #setAndSettle({ html, faces }: SentDocument): Promise<Fit | undefined> {
    // One after the other: sent together, the question can be put to the last card's document.
    const { loaded } = await this.#setDocument(html);
    const fit = await this.#fonts.settle(faces, this.#evaluate);
    await loaded;
    return fit;
  }

  async #beginWindow(): Promise<void> {
    if (this.#parts.hasPolicy) await (await this.#setDocument(policyDocument)).loaded;
    await this.#fonts.begin(this.#evaluate);
  }

  async #setDocument(html: string): Promise<{ loaded: Promise<unknown> }> {
    const loaded = new Promise((resolve) => this.#parts.page.once('Page.loadEventFired', resolve));
    await this.#parts.send('Page.setDocumentContent', { frameId: this.#parts.frameId, html });
    return { loaded };
  }

  readonly #evaluate = async (expression: string): Promise<unknown> => {
    const answer = await this.#parts.send('Runtime.evaluate', {
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
    if (this.#parts.hermetic.hasWandered()) throw new Error('The card tried to navigate away.');
  }

  /** A renderer that dies, of too little memory for one, leaves every question to it unanswered. */
  onceCrashed(listener: () => void): void {
    this.#parts.page.once('Inspector.targetCrashed', listener);
  }

  async #resize(viewport: Viewport): Promise<void> {
    if (viewport === this.#viewport) return;
    await setViewport(this.#parts.page, this.#parts.kind, viewport);
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
