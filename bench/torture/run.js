// What a server bears, phase by phase: prints its figures beside their bars, and fails where one is missed.
// Words name phases; --cut is the small one that `make test` runs.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { atEnd, endAll } from '../endings.js';
import { createWorkspace } from '../workspace.js';
import { unpackBrowser } from './browser.js';
import { filesLeft, processesLeft } from './leftovers.js';
import { phases } from './phases.js';
import { is, none } from './rows.js';
import { table } from './table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cut: { type: 'boolean', default: false },
    json: { type: 'string', default: 'out/torture.json' },
  },
});
const names = positionals.length > 0 ? positionals : Object.keys(phases);
const program = fileURLToPath(new URL('phase.js', import.meta.url));
const overAt = performance.now() + 20 * 60_000;
/** After that, whoever was asked to end is ended. */
const endWithinMs = 60_000;

unpackBrowser();
const rows = [];
for (const name of names) {
  console.error(`${name} …`);
  rows.push(...(await measure(name)).map((row) => ({ phase: name, ...row })));
}
mkdirSync(dirname(values.json), { recursive: true });
writeFileSync(values.json, JSON.stringify(rows, undefined, 2));
console.log(table(rows));
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;

/** In a folder of its own, of which nothing is left, whatever happens. */
async function measure(name) {
  const { path } = createWorkspace();
  const withinMs = Math.min(phases[name].limitSeconds * 1_000, Math.max(overAt - performance.now(), 1));
  const figures = await inTime(fork(program, [name, path, values.cut ? 'cut' : 'whole']), withinMs);
  const left = [
    none('processes left', await untilNone(() => processesLeft(path))),
    none('temporary files left', filesLeft(path)),
  ];
  await endAll();
  if (!Array.isArray(figures)) return [is('came to its end', figures.error, 'yes'), ...left];
  return [...figures, ...left];
}

async function inTime(phase, withinMs) {
  const forget = atEnd(() => void phase.kill());
  const timers = [
    setTimeout(() => phase.kill(), withinMs),
    setTimeout(() => phase.kill('SIGKILL'), withinMs + endWithinMs),
  ];
  let said = { error: `it was not done in ${Math.round(withinMs / 1_000)} s` };
  phase.once('message', (figures) => (said = figures));
  await once(phase, 'exit');
  timers.forEach(clearTimeout);
  await forget();
  return said;
}

/** What was told to end has a moment for it. */
async function untilNone(look) {
  for (let left = 20; left > 0 && look().length > 0; left--) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return look();
}
