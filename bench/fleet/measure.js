import { Cardstock } from '../../dist/src/index.js';
import { article } from '../../dist/templates/article.js';
import { titleOf } from '../card.js';
import { startChild } from '../child.js';
import { createWorkspace } from '../workspace.js';
import { secret, siteUrl, startServer } from '../torture/server.js';

/** Two servers, each with one browser, on one folder of images. */
export async function startServers(workspace, count = 2) {
  const environment = {
    OG_ALLOW_UNSIGNED: 'false',
    CARDSTOCK_BROWSERS: '1',
    CARDSTOCK_CACHE: workspace,
    CARDSTOCK_MAX_QUEUE: '1000', // who waits is what is looked at
  };
  return Promise.all(Array.from({ length: count }, () => startServer(workspace, environment)));
}

/** Signed paths of cards that nobody has asked for yet. */
export async function newCards(count, from) {
  const config = { secrets: [secret], siteUrl, allowUnsigned: false };
  const cardstock = new Cardstock({ templates: [article], config });
  const paths = [];
  for (let card = from; card < from + count; card++) {
    const props = { title: titleOf(card), author: 'Ada Lovelace', site: 'example.com' };
    paths.push((await cardstock.cardUrl({ template: 'article', props })).slice(siteUrl.length));
  }
  await cardstock.close();
  return paths;
}

/** How long a card takes: one after the other in each server, so that nobody waits, and in all at once. */
export async function measureService(servers, paths) {
  const each = servers.map(async (server, index) => {
    const samples = [];
    for (const path of paths.filter((_, at) => at % servers.length === index)) {
      samples.push((await ask(server, path)).ms);
    }
    return samples.slice(5); // those before warm the server up
  });
  return (await Promise.all(each)).flat();
}

/** At given seconds, whatever comes back. */
export async function askAt(arrivals, servers, paths) {
  const start = performance.now();
  const asked = arrivals.map(async (second, index) => {
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, start + second * 1000 - performance.now())),
    );
    return ask(servers[index % servers.length], paths[index]);
  });
  return Promise.all(asked);
}

/** What it took, what of that was no waiting for other cards, and for how long it held the browser. */
async function ask({ origin }, path) {
  const start = performance.now();
  const response = await fetch(origin + path);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${response.status} for ${path}`);
  const ms = performance.now() - start;
  const timing = response.headers.get('server-timing');
  const spent = (name) => Number(new RegExp(`${name};dur=([\\d.]+)`).exec(timing)[1]);
  return { ms, servedMs: ms - spent('queue'), heldMs: spent('frame') };
}

/** From a fresh process with an empty disk to its first card: what a cold start is, after Lambda's own part. */
export async function measureCold(rounds) {
  const samples = [];
  for (let round = 0; round < rounds; round++) {
    const workspace = createWorkspace();
    const { answer, stop } = await startChild('cold-child.js', 'cardstock', workspace.path);
    await stop();
    await workspace.remove();
    samples.push(answer.sinceProcessStartMs);
  }
  return samples;
}
