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
    landed.catch(() => {}).finally(() => this.#forget(key, flight));
    return flight;
  }

  /** Whoever asks from now on gets a flight of their own, not one that was told to stop. */
  #abandon(key: string, flight: Flight<Value>): void {
    this.#forget(key, flight);
    flight.everybodyLeft.abort();
  }

  #forget(key: string, flight: Flight<Value>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
