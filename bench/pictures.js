import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child.js';
import { load } from './hits.js';
import { median, medians, rotate } from './stats.js';

/** The one that Cardstock has; ipx brings another version along. */
const sharp = createRequire(new URL('../package.json', import.meta.url))('sharp');
const width = 640;

/**
 * A photograph of twelve megapixels as WebP of 640 pixels: made by sharp called directly, by
 * Cardstock's server and by ipx's, in turn; then from the cache, with sirv and the finished file.
 */
export async function measurePictures({ pictures, rounds, seconds, connections }) {
  const temporary = process.env.TMPDIR ?? tmpdir();
  const folder = join(temporary, 'pictures');
  mkdirSync(join(folder, 'made'), { recursive: true });
  const original = await photograph();
  for (let copy = 0; copy < pictures + 2; copy++) writeFileSync(join(folder, `copy-${copy}.jpg`), original);
  const start = async (name) => ({ name, ...(await startChild('./pictures-child.js', name, temporary)) });
  const servers = [await start('cardstock'), await start('ipx')];
  const misses = await measureMisses(servers, join(folder, 'copy-0.jpg'), pictures);
  const made = await fetch(servers[0].answer.url.replace('%d', 0));
  writeFileSync(join(folder, 'made', 'md.webp'), Buffer.from(await made.arrayBuffer()));
  servers.push(await start('sirv')); // it looks once which files there are
  const hits = await measureHits(servers, { rounds, seconds, connections });
  for (const { stop } of servers) await stop();
  return { misses, hits };
}

/** Noise over a slope: neither as light as a plain area nor as heavy as pure noise. */
async function photograph() {
  const size = { width: 4_000, height: 3_000 };
  const slope = `<svg width="4000" height="3000"><linearGradient id="a" x2="1" y2="1"><stop stop-color="#148"/><stop offset="1" stop-color="#fb6"/></linearGradient><rect width="4000" height="3000" fill="url(#a)"/></svg>`;
  const noise = { create: { ...size, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 12 } } };
  const grain = await sharp(noise).png({ compressionLevel: 0 }).toBuffer();
  return sharp(Buffer.from(slope))
    .composite([{ input: grain, blend: 'soft-light' }])
    .flatten()
    .jpeg({ quality: 88 })
    .toBuffer();
}

async function measureMisses(servers, file, pictures) {
  const direct = {
    name: 'sharp',
    make: () => sharp(file).autoOrient().resize({ width }).webp({ quality: 80 }).toBuffer(),
  };
  const ways = servers.map(({ name, answer }) => ({
    name,
    make: (at) => bytesOf(answer.url.replace('%d', at)),
  }));
  const times = new Map([direct, ...ways].map(({ name }) => [name, []]));
  for (let at = 0; at < pictures + 2; at++) {
    for (const { name, make } of rotate([direct, ...ways], at)) {
      const start = performance.now();
      await make(at);
      if (at >= 2) times.get(name).push(performance.now() - start);
    }
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, { p50Ms: median(values) }]));
}

async function bytesOf(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} is a ${response.status}.`);
  return response.arrayBuffer();
}

async function measureHits(servers, { rounds, seconds, connections }) {
  const records = new Map(servers.map(({ name }) => [name, []]));
  const ask = ({ answer }, duration) => load(answer.url.replace('%d', 0), connections, duration);
  for (const server of servers) await ask(server, 1);
  for (let round = 0; round < rounds; round++) {
    for (const server of rotate(servers, round)) records.get(server.name).push(await ask(server, seconds));
  }
  return Object.fromEntries([...records].map(([name, values]) => [name, medians(values)]));
}
