import { tmpdir } from 'node:os';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { titleOf } from './card.js';
import { atEnd } from './endings.js';
import { openTakumi } from './peers.js';
import { median, rotate } from './stats.js';

/**
 * Cards that nobody had before, asked for over HTTP and kept on disk, beside takumi that is
 * called directly and keeps nothing.
 */
export async function measureServer({ images, concurrency, rounds, roundMs }) {
  const { take, close } = await openServer();
  const takumi = await openTakumi();
  let card = 0;
  const contenders = [
    { name: 'cardstock', take: () => take(titleOf(card++)) },
    { name: 'takumi', take: () => takumi.take(titleOf(card++), 'jpeg') },
  ];
  const alone = new Map(contenders.map(({ name }) => [name, []]));
  const rates = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < 5; round++) for (const each of contenders) await each.take();
  for (let image = 0; image < images; image++) {
    for (const { name, take } of rotate(contenders, image)) alone.get(name).push(await timed(take));
  }
  for (const { take } of contenders) await imagesPerSecond(take, concurrency, roundMs / 2);
  for (let round = 0; round < rounds; round++) {
    for (const { name, take } of rotate(contenders, round)) {
      rates.get(name).push(await imagesPerSecond(take, concurrency, roundMs));
    }
  }
  await close();
  const results = contenders.map(({ name }) => [
    name,
    { p50Ms: median(alone.get(name)), imagesPerSecond: median(rates.get(name)) },
  ]);
  return Object.fromEntries(results);
}

async function openServer() {
  const { Cardstock } = await import('../dist/src/index.js');
  const { listen } = await import('../dist/src/serve/express/listen.js');
  const { referenceTemplate } = await import('./template.js');
  const cacheFolder = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), 'server-'));
  const config = { port: 0, cacheFolder, store: 'disk', allowUnsigned: true };
  const cardstock = new Cardstock({ templates: [referenceTemplate], config });
  const server = await listen(cardstock);
  const origin = server.origin.replace('localhost', '127.0.0.1');
  const take = async (title) => {
    const answer = await fetch(
      `${origin}/.netlify/functions/gen-opengraph-image?template=reference&title=${encodeURIComponent(title)}`,
    );
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    return answer.arrayBuffer();
  };
  return { take, close: atEnd(() => server.close()) };
}

async function timed(take) {
  const start = performance.now();
  await take();
  return performance.now() - start;
}

async function imagesPerSecond(take, concurrency, roundMs) {
  let images = 0;
  const start = performance.now();
  const customer = async () => {
    while (performance.now() < start + roundMs) {
      await take();
      images += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, customer));
  return images / ((performance.now() - start) / 1000);
}
