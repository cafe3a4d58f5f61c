import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { imageFormats, type VariantName, variantNames, variants } from '../../src/card/variants.ts';
import {
  BrowserUnavailableError,
  QueueFullError,
  RenderTimeoutError,
  RequestAbortedError,
} from '../../src/errors.ts';
import { chromiumBinary, openCamera } from '../support/browsers.ts';
import { fingerprint, heavyCard, ordinaryCard, rawCard } from '../support/cards.ts';
import { meanDifference, rgb } from '../support/pixels.ts';
import { browserPids, familyOf, zombies } from '../support/processes.ts';
import { typescript } from '../support/typescript.ts';

const endless = () => heavyCard(30);
/** Long enough before the camera that something can happen to its browser. */
const slow = () => heavyCard(11);

function killGroup(pid: number, signal: NodeJS.Signals): void {
  process.kill(-pid, signal);
}

describe('the queue', () => {
  test('refuses a card when it is full, at once and without photographing it', async () => {
    const camera = await openCamera({ maxQueue: 1 });
    const accepted = [camera.take(slow(), 'jpeg'), camera.take(slow(), 'jpeg')];
    await expect(camera.take(slow(), 'jpeg')).rejects.toThrow(QueueFullError);
    await expect(Promise.all(accepted)).resolves.toHaveLength(2);
    await expect(camera.take(slow(), 'jpeg')).resolves.toBeDefined();
  });

  test('drops whoever leaves it unphotographed', async () => {
    const camera = await openCamera({ recycleAfter: 3 }); // the browser itself counts its cards
    await camera.warm();
    const [counting] = browserPids();
    const leaver = new AbortController();
    const first = camera.take(slow(), 'jpeg');
    const dropped = Array.from({ length: 5 }, () => camera.take(slow(), 'jpeg', leaver.signal));
    leaver.abort();
    for (const card of dropped) await expect(card).rejects.toThrow(RequestAbortedError);
    await first;
    await expect(camera.take(slow(), 'jpeg', leaver.signal)).rejects.toThrow(RequestAbortedError);
    await camera.take(slow(), 'jpeg');
    expect(browserPids()).toEqual([counting]);
    await camera.take(slow(), 'jpeg');
    await expect.poll(browserPids).not.toContain(counting);
  });

  test('finishes the card of whoever leaves while it is being photographed, with the same browser after', async () => {
    const camera = await openCamera();
    await camera.take(await ordinaryCard('Warm'), 'jpeg');
    const before = browserPids();
    const leaver = new AbortController();
    const taken = camera.take(slow(), 'jpeg', leaver.signal);
    await pause(50);
    leaver.abort();
    await expect(taken).resolves.toBeDefined();
    expect(browserPids()).toEqual(before);
  });
});

describe('the deadline', () => {
  test('ends a card that never settles, and the next one is fine', async () => {
    const camera = await openCamera({ timeoutMs: 3_000 });
    const card = await ordinaryCard('Fine');
    const before = fingerprint((await camera.take(card, 'jpeg')).bytes);
    await expect(camera.take(endless(), 'jpeg')).rejects.toThrow(RenderTimeoutError);
    expect(fingerprint((await camera.take(card, 'jpeg')).bytes)).toBe(before);
    await expect.poll(() => browserPids().length).toBe(1);
  });

  test('holds for a card that waits behind such a one', async () => {
    const camera = await openCamera({ timeoutMs: 2_000 });
    const both = [camera.take(endless(), 'jpeg'), camera.take(endless(), 'jpeg')];
    for (const { status } of await Promise.allSettled(both)) expect(status).toBe('rejected');
  });
});

describe('a browser that fails in the middle of a card', () => {
  test('killed eight times, never costs a request its image', async () => {
    const kills = 8;
    const camera = await openCamera();
    await camera.warm();
    const start = performance.now();
    const wanted = fingerprint((await camera.take(slow(), 'png')).bytes);
    const usualMs = performance.now() - start;
    const killed: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const taken = camera.take(slow(), 'png');
      await pause((usualMs * kill) / kills); // from before the document is set to about the frame
      const [pid] = browserPids();
      killGroup(pid!, 'SIGKILL');
      killed.push(pid!);
      expect(fingerprint((await taken).bytes)).toBe(wanted);
      await camera.take(rawCard('<p>'), 'jpeg'); // the next kill shall meet a browser that lives
    }
    expect(new Set(killed).size).toBe(kills);
    await expect.poll(() => killed.flatMap(familyOf)).toEqual([]);
    await expect.poll(zombies).toEqual([]); // a child that just ended is one for a moment
  });

  test('stopped, is replaced by one that answers', async () => {
    const camera = await openCamera({ timeoutMs: 6_000 });
    await camera.take(slow(), 'jpeg');
    const [stopped] = browserPids();
    killGroup(stopped!, 'SIGSTOP');
    await expect(camera.take(slow(), 'jpeg')).resolves.toMatchObject({ width: 1200 });
    expect(browserPids()).not.toContain(stopped);
    await expect.poll(() => familyOf(stopped!)).toEqual([]);
  });

  test('whose renderer alone dies, is replaced', async () => {
    const camera = await openCamera();
    const wanted = fingerprint((await camera.take(slow(), 'jpeg')).bytes);
    const taken = camera.take(slow(), 'jpeg');
    await pause(100);
    for (const { pid, commandLine } of familyOf(browserPids()[0]!)) {
      if (commandLine.includes('--type=renderer')) process.kill(pid, 'SIGSEGV');
    }
    expect(fingerprint((await taken).bytes)).toBe(wanted);
    expect(readdirSync('.').filter((name) => /^core(\.|$)/.test(name))).toEqual([]);
  });
});

describe('the life of a browser', () => {
  test('ends after its share of cards, without a card lost', async () => {
    const camera = await openCamera({ recycleAfter: 5 });
    const card = await ordinaryCard('One of many');
    const seen = new Set<number>();
    const prints = new Set<string>();
    for (let count = 0; count < 22; count++) {
      prints.add(fingerprint((await camera.take(card, 'jpeg')).bytes));
      for (const pid of browserPids()) seen.add(pid);
    }
    expect(prints.size).toBe(1);
    expect(seen.size).toBeGreaterThanOrEqual(5);
    await camera.close();
    expect(browserPids()).toEqual([]);
  });

  test('ends after its share of cards in the middle of a crowd, and none is lost', async () => {
    const camera = await openCamera({ browsers: 2, recycleAfter: 2 });
    const cards = await Promise.all(Array.from({ length: 12 }, (_, index) => ordinaryCard(`Card ${index}`)));
    const prints = (await Promise.all(cards.map((card) => camera.take(card, 'jpeg')))).map(({ bytes }) =>
      fingerprint(bytes),
    );
    const unhurried = await openCamera();
    for (const [index, card] of cards.entries()) {
      expect(prints[index]).toBe(fingerprint((await unhurried.take(card, 'jpeg')).bytes));
    }
  });

  test('ends when the camera closes, after the cards that were accepted', async () => {
    const camera = await openCamera({ browsers: 2 });
    const taken = Array.from({ length: 6 }, () => camera.take(slow(), 'jpeg'));
    await camera.close();
    expect((await Promise.all(taken)).map(({ width }) => width)).toEqual(Array(6).fill(1200));
    expect(browserPids()).toEqual([]);
    await expect.poll(zombies).toEqual([]);
    const folder = join(tmpdir(), `cardstock-${process.getuid!()}`);
    expect(readdirSync(folder).filter((name) => name.startsWith(`profile-${process.pid}-`))).toEqual([]);
    await expect(camera.take(slow(), 'jpeg')).rejects.toThrow(BrowserUnavailableError);
  });

  test('begins with the next card when a launch has failed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cardstock-chrome-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const chromePath = join(folder, 'chrome');
    writeFileSync(chromePath, '#!/bin/sh\nexit 1\n');
    chmodSync(chromePath, 0o755);
    const camera = await openCamera({ chromePath });
    await expect(camera.take(slow(), 'jpeg')).rejects.toThrow(BrowserUnavailableError);
    const { executablePath } = await chromiumBinary();
    writeFileSync(chromePath, `#!/bin/sh\nexec ${executablePath} "$@"\n`);
    await expect(camera.take(slow(), 'jpeg')).resolves.toMatchObject({ width: 1200 });
  });

  test('starts no second browser for cards that come one by one', async () => {
    const camera = await openCamera({ browsers: 2 });
    const card = await ordinaryCard('One by one');
    for (let count = 0; count < 4; count++) await camera.take(card, 'jpeg');
    expect(browserPids()).toHaveLength(1);
  });
});

describe('a picture', () => {
  test('is the same to the byte alone, among others, and on another browser', async () => {
    const camera = await openCamera({ browsers: 2 });
    const cards = await Promise.all(
      Array.from({ length: 10 }, (_, index) => ordinaryCard(`Card ${index % 5}`)),
    );
    const take = async (card: (typeof cards)[number]) => fingerprint((await camera.take(card, 'jpeg')).bytes);
    const together = await Promise.all(cards.map(take));
    const alone = [];
    for (const card of cards) alone.push(await take(card));
    expect(together).toEqual(alone);
    expect(new Set(alone).size).toBe(5);
  });

  test('is the same to the byte in another process', async () => {
    const camera = await openCamera();
    const card = rawCard(
      '<!doctype html><p style="font:90px serif;background:linear-gradient(red,blue)">Twice',
    );
    const here = fingerprint((await camera.take(card, 'png')).bytes);
    const script = new URL('../support/take-one.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [...typescript, script, card.html], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [there] = (await once(child.stdout, 'data')) as [Buffer];
    expect(there.toString().trim()).toBe(here);
  });

  test.each(variantNames)('of the variant %s has its size in every format', async (variant) => {
    const camera = await openCamera();
    const { width, height, deviceScaleFactor } = variants[variant];
    const size = { width: width * deviceScaleFactor, height: height * deviceScaleFactor };
    for (const format of imageFormats) {
      const { bytes } = await camera.take(await ordinaryCard('Sizes', variant), format);
      expect(await sharp(bytes).metadata()).toMatchObject({ format, ...size });
    }
  });

  test('does not remember the size of the one before', async () => {
    const camera = await openCamera();
    const take = async (variant: VariantName) =>
      fingerprint((await camera.take(await ordinaryCard('Sizes', variant), 'png')).bytes);
    const first = await take('og');
    for (const variant of ['og@2x', 'portrait', 'og@2x', 'x'] as const) await take(variant);
    expect(await take('og')).toBe(first);
  });

  test('at 2x is drawn at 2x, not enlarged', async () => {
    const camera = await openCamera();
    const single = await camera.take(await ordinaryCard('Sharp'), 'png');
    const twice = await camera.take(await ordinaryCard('Sharp', 'og@2x'), 'png');
    const enlarged = await sharp(single.bytes).resize(2400).png().toBuffer();
    const reduced = await sharp(twice.bytes).resize(1200).png().toBuffer();
    expect(await meanDifference(reduced, single.bytes)).toBeLessThan(1); // the same card
    // White on blue: what lies between the two is blur.
    const blurred = async (bytes: Buffer) =>
      (await rgb(bytes)).filter((value, index) => index % 3 === 0 && value > 110 && value < 190).length;
    expect(await blurred(twice.bytes)).toBeLessThan(0.7 * (await blurred(enlarged)));
  });
});
