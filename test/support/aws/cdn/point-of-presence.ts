import { type Answer, type Asked, plain, writeTarget } from './answer.ts';
import { askOrigin, type OriginServer } from './ask-origin.ts';
import { Cache, type Found } from './cache.ts';
import type { Behavior, Distribution, Origin } from './distribution.ts';
import { passEdge } from './edge.ts';
import type { EdgeFunction } from './edge-runtime.ts';
import { behaviorFor, cacheKey, forwarded } from './keying.ts';
import { lifetimeSeconds } from './lifetime.ts';

/** How often what was done, in all regions. */
export interface CdnCounts {
  requests: number;
  /** Answered by the function at the edge, without a look into any cache. */
  refused: number;
  hits: number;
  /** Waited for what another had asked for. */
  joined: number;
  /** What reached the origins themselves. */
  s3: number;
  lambda: number;
}

/** What all regions have together. */
export interface Network {
  readonly distribution: Distribution;
  readonly origins: Readonly<Record<Origin['kind'], OriginServer>>;
  readonly edge: ReadonlyMap<Behavior, EdgeFunction>;
  /** By the ids of the origins that they are in front of. */
  readonly shields: ReadonlyMap<string, Cache>;
  readonly counts: CdnCounts;
  readonly now: () => number;
}

type Outcome = Pick<Found, 'answer'> & Partial<Found>;

const maxUrlBytes = 8_192;

/** One region of the CDN, with a cache of its own. */
export class PointOfPresence {
  readonly #network: Network;
  readonly #cache: Cache;

  constructor(network: Network) {
    this.#network = network;
    this.#cache = new Cache(network.now);
  }

  clear(): void {
    this.#cache.clear();
  }

  async answer(asked: Asked): Promise<Answer> {
    const { distribution, counts } = this.#network;
    counts.requests += 1;
    if (Buffer.byteLength(writeTarget(asked)) > maxUrlBytes) return plain(414, 'The URI is too long');
    const behavior = behaviorFor(asked.path, distribution);
    if (!behavior.methods.includes(asked.method)) return plain(403, 'The method is not allowed');
    const outcome = await this.#decide(asked, behavior);
    return dressed(outcome, asked, behavior);
  }

  async #decide(asked: Asked, behavior: Behavior): Promise<Outcome> {
    const { edge, counts, now } = this.#network;
    const passed = await passEdge(asked, edge.get(behavior), now());
    if ('answer' in passed) {
      counts.refused += 1;
      return this.#inPlaceOfError(passed);
    }
    const found = await this.#find(passed.request, behavior);
    if (found.how === 'hit' || found.how === 'joined') counts[found.how === 'hit' ? 'hits' : 'joined'] += 1;
    return this.#inPlaceOfError(found);
  }

  /**
   * A page of the distribution's own, which the function at the edge does not see. Whether it
   * stands for answers of that function as well is documented nowhere; people saw that it does.
   */
  async #inPlaceOfError(found: Outcome): Promise<Outcome> {
    const { distribution } = this.#network;
    const { path, status } = distribution.errorPages.get(found.answer.status) ?? {};
    if (!path) return found;
    const asked = { method: 'GET', path, queries: [], headers: {} };
    const page = await this.#find(asked, behaviorFor(path, distribution));
    return page.answer.status === 200
      ? { ...page, answer: { ...page.answer, status: status ?? 200 } }
      : found;
  }

  async #find(asked: Asked, behavior: Behavior): Promise<Found> {
    const kept =
      asked.method === 'HEAD' && this.#cache.fresh(cacheKey({ ...asked, method: 'GET' }, behavior));
    return kept || this.#cache.get(this.#terms(asked, behavior, () => this.#askOrigins(asked, behavior)));
  }

  /** One after the other, until one has it. */
  async #askOrigins(asked: Asked, behavior: Behavior): Promise<Answer> {
    let answer = plain(502, 'There is no origin');
    for (const origin of behavior.origins) {
      answer = await this.#askShielded(origin, asked, behavior);
      if (!behavior.failoverStatuses.includes(answer.status)) break;
    }
    return answer;
  }

  async #askShielded(origin: Origin, asked: Asked, behavior: Behavior): Promise<Answer> {
    const { origins, counts, shields } = this.#network;
    const ask = () => {
      counts[origin.kind] += 1;
      return askOrigin(origin, origins[origin.kind], forwarded(asked, behavior));
    };
    const found = await shields.get(origin.id)?.get(this.#terms(asked, behavior, ask));
    return found?.answer ?? ask();
  }

  #terms(asked: Asked, behavior: Behavior, fetch: () => Promise<Answer>) {
    const { errorPages } = this.#network.distribution;
    return {
      key: cacheKey(asked, behavior),
      fetch,
      lifetimeSeconds: (answer: Answer) => lifetimeSeconds(answer, behavior.cache, errorPages),
    };
  }
}

/** An answer as a viewer gets it. */
function dressed(
  { answer, how, ageSeconds }: Outcome,
  { headers: asked }: Asked,
  behavior: Behavior,
): Answer {
  const headers: Record<string, string> = {
    ...answer.headers,
    ...behavior.responseHeaders,
    ...(ageSeconds !== undefined && { age: String(ageSeconds) }),
    'x-cache': `${wordFor(answer, how)} from cloudfront`,
  };
  const { etag } = headers;
  if (answer.status === 200 && etag && asked['if-none-match'] === etag) {
    return { status: 304, headers, body: Buffer.alloc(0) };
  }
  return { ...answer, headers };
}

function wordFor({ status }: Answer, how: Found['how'] | undefined): string {
  if (!how) return 'FunctionGeneratedResponse';
  if (status >= 400) return 'Error';
  return how === 'hit' ? 'Hit' : 'Miss';
}
