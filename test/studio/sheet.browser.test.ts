import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OpenStudio } from './support/open-studio.ts';

const patience = { timeout: 20_000 };
const tile = (example: number, nth: number) => `.of-example:nth-of-type(${example}) .tile:nth-child(${nth})`;
let studio: OpenStudio;

beforeAll(async () => {
  studio = await OpenStudio.open();
  const white = sharp({ create: { width: 1200, height: 630, channels: 3, background: '#fff' } });
  studio.project.write('cards/__golden__/golden.json', '{}');
  studio.project.write('cards/__golden__/hello/short.og.png', await white.png().toBuffer());
  await studio.page.setViewport({ width: 1440, height: 400 });
  await studio.page.goto(`${studio.server.origin}/?mode=sheet`);
});
afterAll(() => studio.close());
afterEach(() => expect(studio.complaints.splice(0)).toEqual([]));

const drawn = () => studio.count('.tile img');
const summary = () => studio.text('.facts');

describe('the sheet', () => {
  it('has every example in every size, and draws what is in view alone', async () => {
    await expect.poll(summary, patience).toContain('5 of 10 looked at');
    expect(await studio.count('.tile')).toBe(10);
    expect(await drawn()).toBe(5);
  });

  it('marks what looks otherwise than it was accepted, what is new, and what is hard to read', async () => {
    expect(await studio.text(`${tile(1, 1)} .is-changed`)).toMatch(/^changed, \d+\u00A0%$/);
    expect(await studio.text(`${tile(1, 2)} .is-new`)).toBe('new');
    await studio.page.setViewport({ width: 1440, height: 900 });
    await expect.poll(summary, patience).toContain('10 cards');
    expect(await studio.text(`${tile(2, 1)} .mark:last-child`)).toMatch(/small-text/);
    expect(await drawn()).toBe(10);
  });

  it('shows accepted, now and difference in a dialog', async () => {
    await studio.click(`${tile(1, 1)} .is-changed`);
    expect(await studio.text('dialog')).toMatch(/\d+ pixels: nobody knows what the accepted one/);
    const width = () => studio.page.$eval('dialog img', (image) => image.naturalWidth);
    await expect.poll(width, patience).toBe(3 * 1200 + 2 * 16);
    await studio.page.keyboard.press('Escape');
  });

  it('leaves the card behind it alone, whatever key is pressed', async () => {
    const before = studio.page.url();
    for (const key of ['ArrowDown', 'ArrowRight', '3', 'x'] as const) await studio.page.keyboard.press(key);
    expect([studio.page.url(), await studio.count('.tile')]).toEqual([before, 10]);
  });

  it('follows an edit, in one size where that is wanted', async () => {
    await studio.page.select('[aria-label=Size]', 'square');
    const source = () => studio.page.$eval('.tile img', (image) => image.src);
    const before = await source();
    studio.project.edit('cards/parts/words.tsx', "'inherit'", "'red'");
    await expect.poll(source, patience).not.toBe(before);
    await expect.poll(summary, patience).toContain('2 cards');
    await studio.page.select('[aria-label=Size]', '');
  });

  it.each(['light', 'dark'])('has nothing that axe objects to, and fits a phone, %s', async (scheme) => {
    await studio.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const width of [360, 1440]) {
      await studio.page.setViewport({ width, height: 900 });
      await expect.poll(() => studio.beyondEdge(), patience).toEqual([]);
      expect(await studio.axe()).toEqual([]);
    }
  });

  it('takes a card to the stage, and is there again by its key', async () => {
    await studio.click(`${tile(2, 3)} .open`);
    await studio.picture();
    await expect.poll(() => studio.page.url(), patience).toMatch(/example=full.*variant=square/);
    await studio.press('a');
    expect(await studio.count('.tile')).toBe(10);
  });
});
