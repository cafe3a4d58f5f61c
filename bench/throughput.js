import { titleOf } from './card.js';
import { openCardstock, openSatori, openTakumi } from './peers.js';
import { median, rotate } from './stats.js';

/** Images per second, by contender, when so many are asked for at once; the contenders take turns. */
export async function measureThroughput({ concurrencies, rounds, roundMs }) {
  const [satori, takumi, cardstock] = await Promise.all([openSatori(), openTakumi(), openCardstock()]);
  const contenders = [
    { name: 'satori + resvg PNG', take: satori.take },
    { name: 'takumi JPEG', take: (title) => takumi.take(title, 'jpeg') },
    { name: 'cardstock JPEG', take: (title) => cardstock.take(title, 'jpeg') },
  ];
  const results = {};
  try {
    for (const concurrency of concurrencies) {
      results[concurrency] = await compare(contenders, { concurrency, rounds, roundMs });
    }
  } finally {
    await cardstock.close();
  }
  return results;
}

async function compare(contenders, { concurrency, rounds, roundMs }) {
  const rates = new Map(contenders.map(({ name }) => [name, []]));
  for (const { take } of contenders) await imagesPerSecond(take, concurrency, roundMs / 2); // starts browsers
  for (let round = 0; round < rounds; round++) {
    for (const { name, take } of rotate(contenders, round)) {
      rates.get(name).push(await imagesPerSecond(take, concurrency, roundMs));
    }
  }
  return Object.fromEntries([...rates].map(([name, values]) => [name, median(values)]));
}

/** Customers who each ask for the next image as soon as they have theirs, until the shop shuts. */
async function imagesPerSecond(take, concurrency, roundMs) {
  let card = 0;
  const start = performance.now();
  const customer = async () => {
    while (performance.now() < start + roundMs) await take(titleOf(card++));
  };
  await Promise.all(Array.from({ length: concurrency }, customer));
  return card / ((performance.now() - start) / 1000);
}
