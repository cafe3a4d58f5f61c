// Serves one card: by its signed, sealed URL through all of Cardstock, or as a file through sirv.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { answerParent } from './child.js';

const secrets = ['a-secret-of-the-benchmark-0123456789'];
const folder = join(tmpdir(), 'hits');

const ways = { cardstock: serveCardstock, sirv: serveFile };
const { url, close } = await ways[process.argv[2]]();
await answerParent({ url }, close);

/** Renders the card once; also leaves it as the file that sirv serves. */
async function serveCardstock() {
  const { Cardstock } = await import('../dist/src/index.js');
  const { article } = await import('../dist/templates/article.js');
  const { listen } = await import('../dist/src/serve/express/listen.js');
  const cacheFolder = join(tmpdir(), 'cache');
  const config = {
    secrets,
    allowUnsigned: false,
    port: 0,
    browsers: 1,
    cacheFolder,
    siteUrl: 'http://site.example',
  };
  const cardstock = new Cardstock({ templates: [article], config });
  const server = await listen(cardstock);
  const cardUrl = new URL(await cardstock.cardUrl({ template: 'article', props: article.examples.short }));
  const url = `${server.origin.replace('localhost', '127.0.0.1')}${cardUrl.pathname}${cardUrl.search}`;
  const card = Buffer.from(await (await fetch(url)).arrayBuffer());
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'card.jpg'), card);
  return { url, close: () => server.close() };
}

async function serveFile() {
  const server = createServer(sirv(folder, { immutable: true, maxAge: 31_536_000, etag: true }));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/card.jpg`, close };
}
