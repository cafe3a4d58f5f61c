// What a server bears, phase by phase: prints its figures beside their bars, and fails where one is missed.
// Words name phases; --cut is the small one that `make test` runs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { endAll } from '../endings.js';
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
const isCut = values.cut;
const size = (whole, part) => (isCut ? part : whole);
const names = positionals.length > 0 ? positionals : Object.keys(phases);

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
  const { run, limitSeconds } = phases[name];
  const late = Promise.withResolvers();
  const giveUp = () => late.reject(new Error(`not done in ${limitSeconds} s`));
  const timer = setTimeout(giveUp, limitSeconds * 1_000);
  try {
    const figures = await Promise.race([run({ workspace: path, size, isCut }), late.promise]);
    return [
      ...figures,
      none('processes left', await untilNone(() => processesLeft(path))),
      none('temporary files left', filesLeft(path)),
    ];
  } catch (error) {
    return [is('came to its end', error.message.split('\n', 1)[0], 'yes')];
  } finally {
    clearTimeout(timer);
    await endAll();
  }
}

/** What was told to end has a moment for it. */
async function untilNone(look) {
  for (let left = 20; left > 0 && look().length > 0; left--) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return look();
}
