import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { CardPage } from '../../../src/camera/page/card-page.ts';
import { openTemporaryFolder } from '../../../src/system/temporary-folder.ts';
import { BrowserUnavailableError, RenderTimeoutError } from '../../../src/errors.ts';
import { chromiumBinary, openCamera, startBrowser } from '../../support/browsers.ts';
import { ordinaryCard } from '../../support/cards.ts';
import { browserPids, familyOf, processes, zombies } from '../../support/processes.ts';

/** The profiles of this process; those of others are none of our business. */
const profiles = () =>
  readdirSync(openTemporaryFolder(tmpdir())).filter((name) => name.startsWith(`profile-${process.pid}-`));

const children = () => processes().filter(({ parent }) => parent === process.pid);

/** What stands in for Chromium, until another text is written there. */
function script(text: string): { path: string; rewrite: (text: string) => void } {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-chrome-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'chrome');
  const rewrite = (changed: string) => writeFileSync(path, `#!/bin/sh\n${changed}\n`);
  rewrite(text);
  chmodSync(path, 0o755);
  return { path, rewrite };
}

test('a browser killed at any moment of its start keeps nobody waiting and leaves nothing', async () => {
  const open = async () => {
    const { browser } = await startBrowser();
    await CardPage.open(browser, 'headless-shell');
  };
  const start = performance.now();
  await open();
  const usualMs = performance.now() - start;
  const moments = Array.from({ length: 32 }, (_, index) => (usualMs * 1.2 * index) / 32);
  const killed = new Set<number>();
  const killAll = () => {
    for (const pid of browserPids()) {
      killed.add(pid);
      process.kill(-pid, 'SIGKILL');
    }
  };
  killAll();
  for (const moment of moments) {
    const opened = open().then(
      () => 'settled',
      () => 'settled',
    );
    await pause(moment);
    killAll();
    expect(await Promise.race([opened, pause(10_000, `hung, killed after ${moment} ms`)])).toBe('settled');
    killAll();
  }
  expect(killed.size).toBeGreaterThan(25);
  await expect.poll(() => [...killed].flatMap(familyOf)).toEqual([]);
  await expect.poll(profiles).toEqual([]);
  await expect.poll(zombies).toEqual([]); // a child that just ended is one for a moment
});

test('a browser that says nothing is given up with its process, and the next one is tried', async () => {
  const { path, rewrite } = script('exec sleep 300');
  const camera = await openCamera({ chromePath: path, timeoutMs: 2_000 });
  const card = await ordinaryCard('At last');
  await expect(camera.take(card, 'jpeg')).rejects.toThrow(RenderTimeoutError);
  await expect.poll(children).toEqual([]);
  await expect.poll(profiles).toEqual([]);
  rewrite(`exec ${(await chromiumBinary()).executablePath} "$@"`);
  await expect(camera.take(card, 'jpeg')).resolves.toMatchObject({ width: 1200 });
});

test('a browser that cannot start is reported with its last words', async () => {
  const { path } = script('echo error while loading shared libraries: libnss3.so >&2; exit 127');
  const camera = await openCamera({ chromePath: path });
  const failure: unknown = await camera
    .take(await ordinaryCard('Never'), 'jpeg')
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(BrowserUnavailableError);
  expect(String((failure as Error).cause)).toContain('libnss3.so');
});

test.each([
  ['that is only starting', () => {}],
  ['that hangs', () => browserPids().forEach((pid) => process.kill(-pid, 'SIGSTOP'))],
])('a camera closes a browser %s, and leaves no process and no profile', async (_name, disturb) => {
  const camera = await openCamera();
  const warm = camera.warm();
  if (_name === 'that hangs') await warm;
  disturb();
  await camera.close();
  await warm;
  expect([children(), profiles()]).toEqual([[], []]);
});
