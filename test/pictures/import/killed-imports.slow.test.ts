import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gradient } from '../../card/pictures/support/pictures.ts';
import { makeFolder } from '../../support/folder.ts';
import { typescript } from '../../support/typescript.ts';
import { pathsOf } from '../originals/conformance.ts';
import { emptyOriginals, imported } from './support/importing.ts';
import { FolderSource } from '../../../src/pictures/import/folder-source.ts';

const kills = 8;
const atOnce = 2;
/** More than all of them can copy before they are killed. */
const pictures = 1_000;
const mostBeforeKill = 12;

it('an import that is killed eight times goes on each time, and each picture is there whole and once', async () => {
  const kinds = await Promise.all(
    Array.from({ length: 10 }, (_, seed) =>
      gradient(40 + seed, 30)
        .png()
        .toBuffer(),
    ),
  );
  const files = Object.fromEntries(
    Array.from({ length: pictures }, (_, at) => [
      `${at % 9}/${String(at).padStart(4, '0')}.png`,
      kinds[at % 10]!,
    ]),
  );
  const from = makeFolder(files);
  const { folder: to, originals } = emptyOriginals();
  let left = kills;
  let seen: string[] = [];

  /** Killed at some moment after its first picture, mostly in the middle of the next ones. */
  async function killOne(seed: number) {
    const script = join(import.meta.dirname, 'support/killed-import.ts');
    const child = spawn(process.execPath, [...typescript, script, from, to], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    let stored = 0;
    child.stdout.on('data', (dots: Buffer) => {
      stored += dots.length;
      if (stored > seed % mostBeforeKill) child.kill('SIGKILL');
    });
    const [, signal] = (await closed) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
  }

  async function killInTurn() {
    while (left > 0) {
      left -= 1;
      await killOne(left);
      const before = seen;
      const paths = await pathsOf(originals);
      expect(before.filter((path) => !paths.includes(path))).toEqual([]); // nothing that was stored goes
      for (const path of paths) expect(readFileSync(join(to, path)).equals(files[path]!)).toBe(true);
      seen = paths;
    }
  }

  await Promise.all(Array.from({ length: atOnce }, killInTurn));
  seen = await pathsOf(originals);
  expect(seen.length).toBeGreaterThanOrEqual(kills);
  expect(seen.length).toBeLessThan(pictures);
  const { summary } = await imported({ source: new FolderSource({ folder: from }), originals });
  expect(summary).toMatchObject({
    there: seen.length,
    stored: pictures - seen.length,
    failed: 0,
    refused: 0,
  });
  expect(await pathsOf(originals)).toEqual(Object.keys(files).sort());
  for (const [path, bytes] of Object.entries(files))
    expect(readFileSync(join(to, path)).equals(bytes)).toBe(true);
});
