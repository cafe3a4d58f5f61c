import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { ImageNotAllowedError, ImageUnavailableError } from '../../../src/errors.ts';
import { Pictures } from '../../../src/card/pictures/pictures.ts';

const rootFolder = await mkdtemp(join(tmpdir(), 'cardstock-pictures-'));
const file = join(rootFolder, 'a.png');
const paint = (background: string) =>
  sharp({ create: { width: 4, height: 4, channels: 3, background } })
    .png()
    .toBuffer();

afterAll(() => rm(rootFolder, { recursive: true, force: true }));
afterEach(() => void vi.useRealTimers());

describe('pictures', () => {
  it('that are no pictures take no memory for their sources, however long these are', async () => {
    const pictures = new Pictures({ allowedHosts: [] });
    const ask = (card: number) =>
      pictures.get(`data:image/png;base64,${'A'.repeat(60_000)}${card}`, 512).catch(() => {});
    for (let card = 1000; card < 1100; card++) await ask(card);
    const before = process.memoryUsage().heapUsed;
    for (let card = 2000; card < 3000; card++) await ask(card);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(40_000_000);
  });

  it('fail as they failed before, without another look', async () => {
    const pictures = new Pictures({ allowedHosts: [], rootFolder });
    for (let time = 0; time < 2; time++) {
      await expect(pictures.get('gone.png', 512)).rejects.toThrow(ImageUnavailableError);
      await expect(pictures.get('data:,x', 512)).rejects.toThrow(ImageNotAllowedError);
    }
  });

  it('of yesterday are shown at once, and today’s the next time', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    const pictures = new Pictures({ allowedHosts: [], rootFolder });
    await writeFile(file, await paint('red'));
    const red = await pictures.get('a.png', 512);
    await writeFile(file, await paint('blue'));
    expect(await pictures.get('a.png', 512)).toBe(red);
    vi.advanceTimersByTime(2 * 3_600_000);
    expect(await pictures.get('a.png', 512)).toBe(red);
    await vi.waitFor(async () => expect(await pictures.get('a.png', 512)).not.toBe(red));
  });

  it('are named in a log by one line, without what could be a key', async () => {
    const report = vi.fn();
    const pictures = new Pictures({ allowedHosts: [] }, report);
    await pictures.get('https://img.example/a\n2026 ERROR root logged in?key=secret', 512).catch(() => {});
    expect(report.mock.calls[0]![0]).toMatch(
      /^[^\n]*https:\/\/img\.example\/a 2026 ERROR root logged in: [^\n]*$/,
    );
    expect(report.mock.calls[0]![0]).not.toContain('secret');
  });
});
