import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Cardstock } from '../../../dist/src/index.js';
import { article } from '../../../dist/templates/article.js';
import { atEnd } from '../../endings.js';
import { titleOf } from '../../card.js';
import { percentile } from '../../stats.js';
import { atLeast, atMost, none, shown, timed } from '../rows.js';
import { secret, siteUrl, startServer } from '../server.js';

const hitsPerSecond = 50;
const strangersPerSecond = 50;

/**
 * Cards at one, five and ten times what the browsers can photograph, among cards that are in the
 * cache and requests that are refused. The figures are those of ten times.
 */
export async function load({ workspace, size }) {
  const { peak, phases } = await measureLoad(workspace, { seconds: size(10, 2) });
  const { 10: ten, ...others } = phases;
  return [
    shown('capacity, cards a second', peak),
    ...Object.entries(others).map(([times, { drawnPerSecond }]) =>
      shown(`drawn at ${times}×, cards a second`, drawnPerSecond),
    ),
    timed(atLeast('throughput kept at 10×, %', (100 * ten.drawnPerSecond) / peak, 90)),
    timed(atMost('cache hits, p99, ms', ten.hitsP99Ms, 50)),
    timed(atMost('503 decided, p99, ms', ten.refusedP99Ms, 50)),
    timed(atMost('cards drawn, p99, ms', ten.drawnP99Ms, 2_000)),
    timed(atMost('signatures refused, p99, ms', ten.strangersP99Ms, 50)),
    timed(atMost('event loop held at most, ms', ten.loopHeldMs, 50)),
    atMost('hits that were none', ten.hitsBad, 0),
    atMost('signatures that were not refused', ten.strangersBad, 0),
    none('answers to cards but 200 and 503', Object.keys(ten.otherwise)),
    timed(atMost('without an answer', ten.unanswered, 0)),
    shown('cores that node took', ten.nodeCpu),
  ];
}

async function measureLoad(workspace, { seconds }) {
  const server = await startServer(workspace, { environment: { OG_ALLOW_UNSIGNED: 'false' } });
  const client = startClient();
  const cards = urlsOf(server.origin);
  const kept = await cards(20);
  await client.ask([{ name: 'hits', urls: kept, perSecond: 5 }], 8);
  const peak = await measurePeak(client, cards, seconds);
  const phases = {};
  for (const times of [1, 5, 10]) {
    await server.look();
    const perSecond = peak * times;
    const kinds = [
      { name: 'misses', urls: await cards(Math.ceil(perSecond * seconds) + 10), perSecond },
      { name: 'hits', urls: kept, perSecond: hitsPerSecond },
      { name: 'strangers', urls: [`${kept[0]}x`], perSecond: strangersPerSecond },
    ];
    const before = await server.look();
    const results = await client.ask(kinds, seconds);
    phases[times] = describe(results, before, await server.look(), seconds);
  }
  client.stop();
  await server.stop();
  return { peak, phases };
}

/** What comes out when a little more is asked for than can be had. */
async function measurePeak(client, cards, seconds) {
  let rate = 20;
  for (const factor of [3, 1.5]) {
    const perSecond = rate * factor;
    const urls = await cards(Math.ceil(perSecond * seconds) + 10);
    const { misses } = await client.ask([{ name: 'misses', urls, perSecond }], seconds);
    rate = drawn(misses, seconds).length / seconds;
  }
  return rate;
}

function drawn({ answers }, seconds) {
  return answers.filter(({ status, cacheStatus, at }) => {
    return status === 200 && /uri-miss/.test(cacheStatus) && at <= seconds * 1000;
  });
}

function describe({ misses, hits, strangers }, before, after, seconds) {
  const refused = misses.answers.filter(
    ({ status, cacheStatus = '' }) => status === 503 || /fwd-status=503/.test(cacheStatus),
  );
  const photographed = drawn(misses, seconds);
  return {
    drawnPerSecond: photographed.length / seconds,
    drawnP99Ms: p99(photographed),
    refused: refused.length,
    refusedP99Ms: p99(refused),
    hitsP99Ms: p99(hits.answers),
    hitsBad: hits.answers.filter(({ status, cacheStatus }) => status !== 200 || !/hit/.test(cacheStatus))
      .length,
    strangersP99Ms: p99(strangers.answers),
    strangersBad: strangers.answers.filter(({ status }) => ![403, 429].includes(status)).length,
    otherwise: tally(
      misses.answers.filter((answer) => !refused.includes(answer) && !/uri-miss/.test(answer.cacheStatus)),
    ),
    unanswered: misses.unanswered + hits.unanswered + strangers.unanswered,
    loopHeldMs: after.heldMs,
    nodeCpu: (after.cpuMs - before.cpuMs) / (seconds * 1000),
    rss: after.rss,
  };
}

function p99(answers) {
  return answers.length === 0
    ? undefined
    : percentile(
        answers.map(({ ms }) => ms),
        99,
      );
}

function tally(answers) {
  const counts = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

let card = 0;

/** Signed URLs of cards that nobody has asked for yet. */
function urlsOf(origin) {
  const config = { secrets: [secret], siteUrl, allowUnsigned: false };
  const cardstock = new Cardstock({ templates: [article], config });
  return async (count) => {
    const urls = [];
    for (; urls.length < count; card++) {
      const props = { title: titleOf(card), author: 'Ada Lovelace', site: 'example.com' };
      urls.push((await cardstock.cardUrl({ template: 'article', props })).replace(siteUrl, origin));
    }
    return urls;
  };
}

function startClient() {
  const child = fork(fileURLToPath(new URL('../client.js', import.meta.url)));
  const stop = atEnd(() => child.kill());
  return {
    stop,
    async ask(kinds, seconds) {
      const answered = once(child, 'message');
      child.send({ kinds, seconds });
      return (await answered)[0];
    },
  };
}
