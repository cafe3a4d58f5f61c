import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { atEnd } from '../../endings.js';
import { temporaryFolderOf } from '../leftovers.js';
import { watchTree } from '../memory.js';
import { atMost, none, timed } from '../rows.js';
import { main } from '../server.js';

const head = '<!doctype html><html lang="en"><head><title>A page</title></head><body><h1>A page</h1>';

/** Pages of so many letters, each of them hard for whoever reads it. */
const kinds = {
  'never closed': (length) => head + '<p><b>'.repeat(length / 6),
  'all open': (length) => head + '<div>'.repeat(length / 5),
  'of attributes': (length) => `${head}<p ${attributes(length)}>a</p>`,
  'of one attribute': (length) => `${head}<p title="${'a'.repeat(length)}">a</p>`,
  'of tags': (length) => `<html><head>${'<meta property="og:image" content="/a.png">'.repeat(length / 43)}`,
  'of data': (length) => `${head}<script type="application/ld+json">${'['.repeat(length)}</script>`,
  'of tables': (length) => `${head}<table>${'<tr><td><table>'.repeat(length / 15)}`,
  'of entities': (length) => head + '&amp;&notanentity;'.repeat(length / 18),
  'without a tag': (length) => '<'.repeat(length),
};

/** Well, with findings, or that this is nothing to read. */
const saidItsWord = [0, 1, 2];

/** Pages of ten megabytes: doctor, build and warm come to their end, with so much memory. */
export async function pages({ workspace, size }) {
  const letters = size(10_000_000, 500_000);
  const names = size(Object.keys(kinds), ['never closed']);
  const rows = [];
  for (const name of names) {
    const html = kinds[name](letters);
    rows.push(...(await read(workspace, name, html)));
  }
  rows.push(...(await warmed(workspace, letters)));
  const missed = rows.filter(({ code }) => !saidItsWord.includes(code));
  const slowest = rows.reduce((one, other) => (one.ms > other.ms ? one : other));
  const largest = rows.reduce((one, other) => (one.bytes > other.bytes ? one : other));
  return [
    none(
      `commands over pages of ${letters / 1e6} MB that did not end`,
      missed.map(({ name }) => name),
    ),
    atMost(`memory at most, MB: ${largest.name}`, largest.bytes / 1e6, size(1_500, 1_000)),
    timed(atMost(`time at most, ms: ${slowest.name}`, slowest.ms, 20_000)),
  ];
}

async function read(workspace, name, html) {
  const folder = join(workspace, 'site');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), html);
  const answered = await serve({ '/': ['text/html', html] });
  const site = ['--site', 'https://example.com'];
  const results = [
    await run(workspace, `doctor, page ${name}`, ['doctor', folder, ...site]),
    await run(workspace, `doctor of a server, page ${name}`, ['doctor', answered.origin, '--local']),
    await run(workspace, `build, page ${name}`, ['build', folder, ...site]),
  ];
  await answered.close();
  rmSync(folder, { recursive: true });
  return results;
}

/** A sitemap is a page as well. */
async function warmed(workspace, letters) {
  const entry = '<url><loc>http://127.0.0.1:9/</loc></url>';
  const maps = {
    'of addresses': `<urlset>${entry.repeat(Math.min(letters / entry.length, 2_000))}</urlset>`,
    'all open': '<urlset>'.repeat(letters / 8),
    'of entities': `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(1_000)}">]><urlset>${'&a;'.repeat(letters / 3)}</urlset>`,
  };
  const results = [];
  for (const [name, xml] of Object.entries(maps)) {
    const answered = await serve({ '/sitemap.xml': ['application/xml', xml] });
    const target = `${answered.origin}/sitemap.xml`;
    results.push(await run(workspace, `warm, sitemap ${name}`, ['warm', target, '--local']));
    await answered.close();
  }
  return results;
}

async function run(workspace, name, words) {
  const start = performance.now();
  const child = spawn(process.execPath, [main, ...words], {
    cwd: workspace,
    stdio: 'ignore',
    timeout: 60_000,
    killSignal: 'SIGKILL',
    env: { ...process.env, CARDSTOCK_TMP: temporaryFolderOf(workspace), OG_SECRETS: '' },
  });
  const forget = atEnd(() => void child.kill('SIGKILL'));
  const peak = watchTree(child.pid);
  const [code, signal] = await once(child, 'exit');
  await forget();
  return { name, code: code ?? signal, ms: performance.now() - start, bytes: peak() };
}

async function serve(files) {
  const server = createServer((request, response) => {
    const [type, body] = files[request.url] ?? ['text/plain', ''];
    response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body);
  });
  const close = atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

function attributes(length) {
  return Array.from({ length: length / 10 }, (_, n) => `a${n}=b`).join(' ');
}
