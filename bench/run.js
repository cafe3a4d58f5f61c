import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { judge } from './bars.js';
import { measureCold } from './cold.js';
import { endAll, isInterrupted } from './endings.js';
import { measureHits } from './hits.js';
import { measureMemory } from './memory.js';
import { listen, noise } from './noise.js';
import { measurePictures } from './pictures.js';
import { report } from './report.js';
import { measureServer } from './server.js';
import { measureSite } from './site.js';
import { measureThroughput } from './throughput.js';
import { measureTurns } from './turns.js';
import { measureWarm } from './warm.js';
import { measureWindow } from './window.js';
import { createWorkspace } from './workspace.js';

const quick = process.env.BENCH === 'quick';
const settings = {
  warm: quick ? { images: 8, slowImages: 2 } : { images: 60, slowImages: 10 },
  throughput: {
    concurrencies: [1, 2, 4],
    ...(quick ? { rounds: 1, roundMs: 500 } : { rounds: 5, roundMs: 1_000 }),
  },
  turns: { rounds: quick ? 1 : 8 },
  server: {
    concurrency: 2,
    ...(quick ? { images: 5, rounds: 1, roundMs: 500 } : { images: 60, rounds: 5, roundMs: 1_000 }),
  },
  window: quick ? { cards: 60, block: 25 } : { cards: 1_010, block: 100 },
  cold: { rounds: quick ? 1 : 5 },
  memory: { images: quick ? 10 : 50 },
  site: { pages: quick ? 20 : 1_000 },
  hits: { connections: 16, ...(quick ? { rounds: 1, seconds: 1 } : { rounds: 5, seconds: 2 }) },
  pictures: {
    connections: 16,
    ...(quick ? { pictures: 3, rounds: 1, seconds: 1 } : { pictures: 20, rounds: 5, seconds: 2 }),
  },
};

const steps = {
  warm: measureWarm,
  throughput: measureThroughput,
  turns: measureTurns,
  server: measureServer,
  window: measureWindow,
  cold: measureCold,
  memory: measureMemory,
  hits: measureHits,
  pictures: measurePictures,
  site: measureSite,
};

async function run() {
  process.env.TMPDIR = createWorkspace().path; // browsers are inflated into it, and go with it
  const results = { machine: describeMachine() };
  for (const [name, measure] of Object.entries(steps)) {
    console.error(`measuring: ${name}`);
    listen();
    results[name] = await measure(settings[name]);
  }
  return { ...results, machine: { ...results.machine, noise: noise() }, bars: judge(results) };
}

/** The load is that before the first measurement: what else this machine is busy with. */
function describeMachine() {
  const [load] = loadavg();
  const parallelism = availableParallelism();
  if (load > parallelism / 2) console.error(`this machine is busy (load ${load.toFixed(1)}): expect noise`);
  return { node: process.version, processor: cpus()[0]?.model, parallelism, load };
}

function save(results) {
  const folder = new URL('../out/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const record = { date: new Date().toISOString(), settings, ...results };
  writeFileSync(new URL('bench.json', folder), `${JSON.stringify(record, null, 2)}\n`);
}

try {
  const results = await run();
  console.log(report(results));
  save(results);
} catch (error) {
  if (!isInterrupted()) throw error;
} finally {
  await endAll();
}
