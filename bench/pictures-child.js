// Serves one photograph in the width of `md` as WebP: by Cardstock, by ipx, or as a finished file through sirv.
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { answerParent } from './child.js';

const folder = join(tmpdir(), 'pictures');

const ways = { cardstock: serveCardstock, ipx: serveIpx, sirv: serveFile };
const { url, close } = await ways[process.argv[2]]();
await answerParent({ url }, close);

/** Of copy `%d`: the same photograph under another name is made anew. */
async function serveCardstock() {
  const { Cardstock } = await import('../dist/src/index.js');
  const { listen } = await import('../dist/src/serve/express/listen.js');
  const cacheFolder = join(tmpdir(), 'pictures-cache');
  const environment = { OG_PICTURES: folder, OG_ALLOW_UNSIGNED: 'true', NODE_ENV: 'development' };
  const config = { port: 0, cacheFolder, store: 'disk' };
  const cardstock = new Cardstock({ templates: [], environment, config });
  const server = await listen(cardstock);
  const origin = server.origin.replace('localhost', '127.0.0.1');
  return { url: `${origin}/img/copy-%d-md.webp`, close: () => server.close() };
}

/** It keeps nothing: what is asked for again is made again. */
async function serveIpx() {
  const { createIPX, createIPXNodeServer, ipxFSStorage } = await import('ipx');
  const ipx = createIPX({ storage: ipxFSStorage({ dir: folder }) });
  const { url, close } = await serve(createIPXNodeServer(ipx));
  return { url: `${url}/w_640,f_webp,q_80/copy-%d.jpg`, close };
}

async function serveFile() {
  const { default: sirv } = await import('sirv');
  const files = join(folder, 'made');
  mkdirSync(files, { recursive: true });
  const { url, close } = await serve(sirv(files, { immutable: true, maxAge: 31_536_000, etag: true }));
  return { url: `${url}/md.webp`, close };
}

async function serve(handler) {
  const server = createServer(handler);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}
