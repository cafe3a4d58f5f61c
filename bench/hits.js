import autocannon from 'autocannon';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child.js';
import { medians, rotate } from './stats.js';

/**
 * A card that is in the cache, through express with its signature checked, against sirv with
 * the same file: servers in processes of their own, which take turns.
 */
export async function measureHits({ rounds, seconds, connections }) {
  const folder = join(process.env.TMPDIR ?? tmpdir(), 'hits');
  mkdirSync(folder, { recursive: true });
  const contenders = [];
  for (const name of ['cardstock', 'sirv']) {
    // in this order: the first leaves the file for the second
    contenders.push({ name, ...(await startChild('./hits-child.js', name, folder)) });
  }
  const records = new Map(contenders.map(({ name }) => [name, []]));
  for (const { answer } of contenders) await load(answer.url, connections, 1);
  for (let round = 0; round < rounds; round++) {
    for (const { name, answer } of rotate(contenders, round)) {
      records.get(name).push(await load(answer.url, connections, seconds));
    }
  }
  for (const { stop } of contenders) await stop();
  return Object.fromEntries([...records].map(([name, values]) => [name, medians(values)]));
}

export async function load(url, connections, duration) {
  const { requests, latency, non2xx, errors } = await autocannon({ url, connections, duration });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests of ${url} failed.`);
  return { requestsPerSecond: requests.average, p50Ms: latency.p50, p99Ms: latency.p99 };
}
