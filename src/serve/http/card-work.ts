import type { Camera } from '../../camera/camera.ts';
import type { Admission, Rank } from '../../camera/line.ts';
import type { CardDocument } from '../../card/document.ts';
import { RenderTimeoutError } from '../../errors.ts';
import { abortable } from '../../system/abortable.ts';
import type { CachedCard } from '../cache/image-cache.ts';
import type { Permit } from './authorize.ts';
import { type SizedAddress, sizedCard, sizedPath } from './card-size.ts';
import { isForGood } from './headers.ts';
import type { IdentifiedCard, Identity } from './identify.ts';
import type { Services } from './services.ts';
import { Timings } from './timings.ts';

/**
 * The work for one request, all of it within one deadline, and none of it for a card that was
 * late the last time or where there is no room in the line.
 */
export class CardWork {
  readonly timings = new Timings();
  readonly #address: SizedAddress;
  readonly #services: Services;
  readonly #rank: Rank;
  readonly #signal: AbortSignal;
  readonly #begun = performance.now();
  #admission: Admission | undefined;

  constructor({ signal }: Request, address: SizedAddress, permit: Permit, services: Services) {
    this.#address = address;
    this.#services = services;
    this.#rank = permit.isSigned ? 'signed' : 'unsigned';
    this.#signal = signal;
  }

  /**
   * @throws {QueueFullError} it would not be photographed anyway.
   * @throws {OverloadedError} the event loop is late as it is.
   * @throws {RenderTimeoutError} its template or its pictures are not ready in time.
   */
  async identify(): Promise<Identity> {
    const { slowCards, camera, identifier } = this.#services;
    slowCards.check(this.#address.target);
    const studio = await camera();
    const { engine } = studio;
    const terms = {
      engine,
      timings: this.timings,
      admit: () => this.#admit(studio),
    };
    return this.#inTime((signal) => identifier.identify(this.#address, { ...terms, signal }));
  }

  /** From the cache; else made of the card, which is then found or photographed itself. */
  async find(card: IdentifiedCard, document: CardDocument | undefined): Promise<CachedCard> {
    const { cache, sizes } = this.#services;
    const { size, pathname } = this.#address;
    if (size === undefined || !sizes) return this.#findWhole(card, document, this.#signal);
    const make = async (signal: AbortSignal) => {
      const { image, timings } = await this.#findWhole(card, document, signal);
      return { ...(await sizes.make(image, size, signal)), ...(timings && { timings }) };
    };
    const path = isForGood(card) ? sizedPath(pathname, size).slice(1) : undefined;
    const { storeKey } = sizedCard(card, size, sizes);
    return cache.getOrRender(storeKey, make, { path, signal: this.#signal });
  }

  /** From the cache; else photographed, where there is room. */
  async #findWhole(
    card: IdentifiedCard,
    document: CardDocument | undefined,
    signal: AbortSignal,
  ): Promise<CachedCard> {
    const { cache, camera } = this.#services;
    const render = async (signal: AbortSignal) => {
      this.#services.slowCards.check(this.#address.target);
      const studio = await camera();
      const made = document ?? (await this.#documentOf(studio));
      const terms = { rank: this.#rank, withinMs: this.#leftMs(), admission: this.#admission };
      return this.#noteLate(studio.take(made, card.format, signal, terms));
    };
    const path = isForGood(card) ? this.#address.pathname.slice(1) : undefined;
    return cache.getOrRender(card.storeKey, render, { path, signal });
  }

  /** Gives back the place in the line that was kept for a card which needs none. */
  end(): void {
    this.#admission?.();
  }

  #admit(studio: Camera): void {
    this.#services.loadShed?.check(this.#rank);
    this.#admission = studio.admit(this.#rank);
  }

  #documentOf(studio: Camera): Promise<CardDocument> {
    this.#admit(studio);
    return this.#inTime(() => this.#services.identifier.document(this.#address));
  }

  #leftMs(): number {
    return this.#services.config.timeoutMs - (performance.now() - this.#begun);
  }

  /** Until the deadline, or until the client leaves; who is refused at once needs no timer. */
  async #inTime<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const { timeoutMs } = this.#services.config;
    this.#signal.throwIfAborted();
    const end = new AbortController();
    const done = abortable(work(end.signal), end.signal);
    const late = () => end.abort(new RenderTimeoutError(timeoutMs, new Error('it was not even rendered')));
    const timer = setTimeout(late, Math.max(0, this.#leftMs()));
    const leave = () => end.abort(this.#signal.reason);
    this.#signal.addEventListener('abort', leave, { once: true });
    return this.#noteLate(done).finally(() => {
      clearTimeout(timer);
      this.#signal.removeEventListener('abort', leave);
    });
  }

  /** What was late once is so again. */
  #noteLate<Result>(work: Promise<Result>): Promise<Result> {
    return work.catch((error: unknown) => {
      if (error instanceof RenderTimeoutError) this.#services.slowCards.remember(this.#address.target);
      throw error;
    });
  }
}
