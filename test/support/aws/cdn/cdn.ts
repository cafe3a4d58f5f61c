import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveOnLoopback } from '../loopback.ts';
import { readHeaders, readTarget } from './answer.ts';
import { Cache } from './cache.ts';
import type { Distribution } from './distribution.ts';
import { deployEdgeFunction } from './edge-runtime.ts';
import { type CdnCounts, type Network, PointOfPresence } from './point-of-presence.ts';

const hopByHop = ['connection', 'keep-alive', 'transfer-encoding'];

export interface CdnOptions {
  readonly distribution: Distribution;
  readonly origins: Network['origins'];
  /** What the function at the edge may read; may change while the CDN runs. */
  readonly keyValues: ReadonlyMap<string, string>;
  readonly regions: readonly string[];
}

export interface Cdn {
  /** The address of each region, by its name. */
  readonly regions: Readonly<Record<string, string>>;
  readonly counts: CdnCounts;
  /** As if this much time had gone by: nothing here waits for a lifetime to end. */
  advance(seconds: number): void;
  /** Forgets what it keeps in all regions, as an invalidation of `/*` does. */
  invalidate(): void;
  close(): Promise<void>;
}

/**
 * A CDN on loopback that does with a distribution what CloudFront documents: each region has a
 * cache of its own and is a server of its own; shields are one for all.
 */
export async function startCdn({ distribution, origins, keyValues, regions }: CdnOptions): Promise<Cdn> {
  let skippedMs = 0;
  const now = () => Date.now() + skippedMs;
  const counts: CdnCounts = { requests: 0, refused: 0, hits: 0, joined: 0, s3: 0, lambda: 0 };
  const network = { distribution, origins, counts, now, edge: new Map(), shields: new Map<string, Cache>() };
  for (const behavior of distribution.behaviors) {
    const { edgeFunction, origins } = behavior;
    if (edgeFunction !== undefined) network.edge.set(behavior, deployEdgeFunction(edgeFunction, keyValues));
    for (const { id, hasShield } of origins) if (hasShield) network.shields.set(id, new Cache(now));
  }
  const points = regions.map((name) => ({ name, point: new PointOfPresence(network) }));
  const servers = await Promise.all(
    points.map(({ point }) => serveOnLoopback((request, response) => void serve(point, request, response))),
  );
  return {
    regions: Object.fromEntries(points.map(({ name }, index) => [name, servers[index]!.address])),
    counts,
    advance: (seconds) => void (skippedMs += seconds * 1000),
    invalidate: () =>
      [...network.shields.values(), ...points.map(({ point }) => point)].forEach((cache) => cache.clear()),
    async close() {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

async function serve(
  point: PointOfPresence,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const answer = await point.answer({ method, ...readTarget(url), headers: readHeaders(request) });
  const { status, body } = answer;
  const headers = Object.entries(answer.headers).filter(([name]) => !hopByHop.includes(name));
  const length = { 'content-length': status === 304 ? 0 : body.length };
  response.writeHead(status, { ...Object.fromEntries(headers), ...length });
  response.end(method === 'HEAD' ? undefined : body);
}
