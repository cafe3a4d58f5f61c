import { abortable } from './abortable.ts';

interface Flight<Value> {
  readonly landed: Promise<Value>;
  readonly everybodyLeft: AbortController;
  passengers: number;
}

/**
 * One run of the same work for all who ask while it runs. Nobody's leaving disturbs the
 * others; when the last one leaves, the work is told to stop. What comes out, good or bad,
 * is not remembered here.
 */
export class Flights<Value> {
  readonly #flights = new Map<string, Flight<Value>>();

  /** Whether somebody is at work on it. */
  has(key: string): boolean {
    return this.#flights.has(key);
  }

  async join(
    key: string,
    work: (signal: AbortSignal) => Promise<Value>,
    signal?: AbortSignal,
  ): Promise<{ value: Value; isFirst: boolean }> {
    signal?.throwIfAborted();
    const running = this.#flights.get(key);
    const flight = running ?? this.#start(key, work);
    flight.passengers += 1;
    try {
      const value = await (signal ? abortable(flight.landed, signal) : flight.landed);
      return { value, isFirst: !running };
    } finally {
      flight.passengers -= 1;
      if (flight.passengers === 0) this.#abandon(key, flight);
    }
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const everybodyLeft = new AbortController();
    const landed = work(everybodyLeft.signal);
    const flight = { landed, everybodyLeft, passengers: 0 };
    this.#flights.set(key, flight);
    const forget = () => this.#forget(key, flight);
    landed.then(forget, forget); // heard before any passenger hears of it
    return flight;
  }

  /**
   * Whoever asks from now on gets a flight of their own, not one that was told to stop. One that
   * has landed is told nothing: to abort costs as much as a cache hit.
   */
  #abandon(key: string, flight: Flight<Value>): void {
    if (this.#flights.get(key) !== flight) return;
    this.#forget(key, flight);
    flight.everybodyLeft.abort();
  }

  #forget(key: string, flight: Flight<Value>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
