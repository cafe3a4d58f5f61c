import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';

/** A line of the table that `make torture` prints. */
interface Row {
  readonly figure: string;
  readonly seen: unknown;
  readonly bar: string;
  readonly ok: boolean;
  /** How fast it was, which says nothing on a machine that others use. */
  readonly isTimed?: boolean;
}

const torture = join(import.meta.dirname, '../bench/torture/run.js');
const main = join(import.meta.dirname, '../dist/src/cli/main.js');

/** Unpacked once for all of them. */
const browser = mkdtempSync(join(tmpdir(), 'cardstock-test-browser-'));
beforeAll(() => void execFileSync(process.execPath, [main, 'unpack', browser]));
afterAll(() => rmSync(browser, { recursive: true, force: true }));

/** The small cut of a phase, as `make torture` runs the whole of it. */
async function rowsOf(phase: string, { onTestFinished }: TestContext): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-test-torture-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const json = join(folder, 'torture.json');
  const child = spawn(process.execPath, [torture, '--cut', `--json=${json}`, phase], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CARDSTOCK_BROWSER_FOLDER: browser },
  });
  onTestFinished(() => void child.kill()); // it ends what it started
  await once(child, 'exit');
  return JSON.parse(readFileSync(json, 'utf8')) as Row[];
}

// Two at a time: each waits more than it works.
test.concurrent.for([
  ['takes twenty kinds of requests from strangers, and keeps nothing of them', 'strangers'],
  ['is held up by no client that takes its time, and ends beside them', 'slow-clients'],
  ['loses any of its processes, and draws again', 'kills'],
  ['has a store that is damaged, full or read-only, and draws', 'stores'],
  ['has a clock that jumps, and draws', 'clock'],
  ['is told to end under load, and answers what it accepted', 'ending'],
  ['has templates that loop, throw and never settle, and draws others', 'templates'],
  ['is given pictures that unpack without end, and draws others', 'pictures'],
  ['replaces its browsers, and nothing grows', 'leaks'],
] as const)('a server that %s', async ([, phase], context) => {
  const rows = await rowsOf(phase, context);
  const missed = rows.filter(({ ok, isTimed }) => !ok && !isTimed);
  expect(rows.length).toBeGreaterThan(2);
  expect(missed.map(({ figure, seen, bar }) => `${figure}: ${String(seen)}, not ${bar}`)).toEqual([]);
});

test.concurrent(
  'doctor, build and warm come to their end over pages that are hard to read',
  async (context) => {
    const rows = await rowsOf('pages', context);
    expect(rows.filter(({ ok, isTimed }) => !ok && !isTimed)).toEqual([]);
  },
);
