import { isIP } from 'node:net';
import { LRUCache } from 'lru-cache';
import { TooManyRequestsError } from '../../errors.ts';

const windowMs = 60_000;
/** Of 60 bytes each; whoever has more addresses than that is not held back by counting them. */
const maxClients = 20_000;

/**
 * Counts what nobody signed and what was refused, by the address it came from, minute by minute.
 * Whoever comes with a good signature is not counted: a CDN asks for everybody from a few addresses.
 */
export class ClientLimit {
  readonly #perMinute: number;
  readonly #counts: LRUCache<string, { spent: number }>;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
    this.#counts = new LRUCache({ max: maxClients, ttl: windowMs, updateAgeOnGet: false });
  }

  /** @throws {TooManyRequestsError} the client has had its share of this minute. */
  spend(client: string | undefined): void {
    if (client === undefined) return;
    const key = networkOf(client);
    const count = this.#counts.get(key);
    if (!count) this.#counts.set(key, { spent: 1 });
    else if (++count.spent > this.#perMinute) throw new TooManyRequestsError();
  }

  /** What a client hears that is refused: whoever is too often, that. */
  held<Refusal>(client: string | undefined, refusal: Refusal): Refusal | TooManyRequestsError {
    try {
      this.spend(client);
      return refusal;
    } catch (error) {
      return error as TooManyRequestsError;
    }
  }
}

/** A household has a whole /64 of IPv6, and may ask from each address in it. */
function networkOf(client: string): string {
  if (!isIP(client)) return ''; // a proxy passes on what anybody wrote
  if (!client.includes(':') || client.includes('.')) return client;
  const [left = [], right] = client.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = right ? Array<string>(8 - left.length - right.length).fill('0') : [];
  return [...left, ...zeros, ...(right ?? [])].slice(0, 4).join(':');
}
