import type { ChromiumBinary, ChromiumSource } from './chromium/binary.ts';
import { browserReplaced, browserStarted, type ReplacementReason } from './events.ts';
import { CardPage } from './page/card-page.ts';
import { launchChromium, type LaunchOptions, type RunningBrowser } from './chromium/launch.ts';
import type { Sandbox } from './chromium/sandbox.ts';

/** A browser with its page open, ready for cards. */
export interface Studio {
  readonly running: RunningBrowser;
  readonly page: CardPage;
}

interface SlotOptions extends Omit<LaunchOptions, 'sandbox'> {
  readonly recycleAfter: number;
  readonly sandbox: Sandbox;
}

/**
 * A place for one browser at a time: started when first needed, replaced when it
 * is worn out or broken.
 *
 * A failed launch is forgotten, so the next request tries again.
 */
export class BrowserSlot {
  readonly #source: ChromiumSource;
  readonly #options: SlotOptions;
  #studio: Promise<Studio> | undefined;
  #isReady = false;
  #leaving: Promise<unknown> = Promise.resolve();
  #cards = 0;
  #pid: number | undefined;

  constructor(source: ChromiumSource, options: SlotOptions) {
    this.#source = source;
    this.#options = options;
  }

  /** Whether a card would find its browser running; else it waits for a cold start. */
  get isReady(): boolean {
    return this.#studio !== undefined && this.#isReady;
  }

  /** Of the browser that runs, if one does. */
  get pid(): number | undefined {
    return this.isReady ? this.#pid : undefined;
  }

  open(): Promise<Studio> {
    if (this.#studio) return this.#studio;
    const studio = this.#launch();
    this.#studio = studio;
    this.#isReady = false;
    this.#cards = 0;
    const forget = (reason: ReplacementReason) => {
      if (this.#studio !== studio) return;
      this.#studio = undefined;
      browserReplaced.publish({ reason });
    };
    studio.then(
      ({ running }) => {
        if (this.#studio === studio) {
          this.#isReady = true;
          this.#pid = running.pid;
        }
        running.browser.once('disconnected', () => forget('crashed'));
      },
      () => forget('failed'),
    );
    return studio;
  }

  /** Counts a finished card; after `recycleAfter` of them the browser leaves and its successor starts at once. */
  countCard(): void {
    this.#cards += 1;
    if (this.#cards < this.#options.recycleAfter) return;
    browserReplaced.publish({ reason: 'recycled' });
    this.#leaving = Promise.all([this.#leaving, closeStudio(this.#takeOut())]);
    this.open().catch(() => {}); // the next card meets the failure and reports it
  }

  /** Ends a browser that hangs or misbehaves, without asking it. */
  discard(): void {
    if (this.#studio) browserReplaced.publish({ reason: 'hung' });
    this.#takeOut()?.then(
      ({ running }) => running.kill(),
      () => {},
    );
  }

  async close(): Promise<void> {
    await Promise.all([closeStudio(this.#takeOut()), this.#leaving]);
  }

  #takeOut(): Promise<Studio> | undefined {
    const studio = this.#studio;
    this.#studio = undefined;
    return studio;
  }

  async #launch(): Promise<Studio> {
    const asked = performance.now();
    const binary = await this.#source.prepare();
    const studio = await this.#options.sandbox.launch((sandbox) => this.#openStudio(binary, sandbox));
    browserStarted.publish({ durationMs: performance.now() - asked });
    return studio;
  }

  async #openStudio(binary: ChromiumBinary, sandbox: boolean): Promise<Studio> {
    const running = await launchChromium(binary, { ...this.#options, sandbox });
    try {
      const page = await CardPage.open(running.browser, binary.kind, { pipe: running.pipe });
      page.onceCrashed(() => running.kill()); // the browser lives on, but nobody would answer the card
      return { running, page };
    } catch (error) {
      running.kill();
      throw error;
    }
  }
}

async function closeStudio(studio: Promise<Studio> | undefined): Promise<void> {
  const opened = await studio?.catch(() => undefined); // what never started needs no end
  await opened?.running.close();
}
