import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type Protocol, TargetType } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../src/card/document.ts';
import { CardPage } from '../../../src/camera/page/card-page.ts';
import {
  asItIs,
  openCamera,
  showUnguarded,
  startBrowser,
  startPlainBrowser,
} from '../../support/browsers.ts';
import { fingerprint, ordinaryCard, rawCard } from '../../support/cards.ts';
import { everyDocument, hostileDocuments, leavingDocuments } from '../../support/egress/documents.ts';
import { countPixels } from '../../support/pixels.ts';
import { type Sentinel, startSentinel } from '../../support/sentinel.ts';

describe('each layer of the containment alone', () => {
  let sentinel: Sentinel;
  beforeEach(async () => (sentinel = await startSentinel()));
  afterEach(() => sentinel.close());

  test('the flags let nothing out of an unguarded page', async () => {
    const { browser } = await startBrowser();
    for (const html of Object.values(everyDocument(sentinel))) {
      await showUnguarded(browser, rawCard(html));
    }
    await sentinel.untilQuiet();
    expect([...sentinel.names]).toEqual([]);
  });

  test('the flags of one process for everything let nothing out either', async () => {
    const { browser } = await startBrowser({ serverless: true });
    const page = await CardPage.open(browser, 'headless-shell', { policy: false });
    for (const html of Object.values(everyDocument(sentinel))) {
      await page.take(rawCard(html), asItIs).catch(() => {});
    }
    await sentinel.untilQuiet();
    expect([...sentinel.names]).toEqual([]);
  });

  test('the interception lets nothing out of a browser without flags', async () => {
    const page = await CardPage.open(await startPlainBrowser(), 'chrome', { policy: false });
    for (const html of Object.values(everyDocument(sentinel))) {
      await page.take(rawCard(html), asItIs).catch(() => {});
    }
    await sentinel.untilQuiet();
    expect([...sentinel.names]).toEqual([]);
  });

  test('the interception keeps workers from starting, even where scripts run', async () => {
    const page = await CardPage.open(await startPlainBrowser(), 'chrome', { scripts: true, policy: false });
    await page.take(rawCard(hostileDocuments(sentinel)['scripts']!), asItIs);
    await sentinel.untilQuiet();
    expect([...sentinel.names].filter((name) => /worker|web-socket/.test(name))).toEqual([]);
  });

  test('the policy lets nothing out of a page that stays where it is', async () => {
    const browser = await startPlainBrowser();
    for (const html of Object.values(hostileDocuments(sentinel, { contentSecurityPolicy }))) {
      await showUnguarded(browser, rawCard(html));
    }
    await sentinel.untilQuiet();
    expect([...sentinel.names]).toEqual([]);
  });
});

test('a camera refuses a card that leaves for elsewhere, and draws the next one as before', async () => {
  const camera = await openCamera();
  const ordinary = await ordinaryCard('Before and after');
  const before = await camera.take(ordinary, 'png');
  const leaving = leavingDocuments({ port: 9, udpPort: 9 });
  await expect(camera.take(rawCard(leaving['meta-refresh']!), 'png')).rejects.toThrow();
  const after = await camera.take(ordinary, 'png');
  expect(fingerprint(after.bytes)).toBe(fingerprint(before.bytes));
});

describe('files of this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-test-'));
  const fileUrl = (name: string) => pathToFileURL(join(folder, name)).href;
  const red = [255, 0, 0] as const;

  /** Each shows red if the file behind it is read. */
  const windows: Record<string, string> = {
    img: `<img src="${fileUrl('red.png')}">`,
    'svg image': `<svg><image href="${fileUrl('red.png')}"/></svg>`,
    background: `<div style="height:99px;background:url(${fileUrl('red.png')})"></div>`,
    'content of an element': `<div style="content:url(${fileUrl('red.png')})"></div>`,
    stylesheet: `<link rel="stylesheet" href="${fileUrl('red.css')}">`,
    import: `<style>@import "${fileUrl('red.css')}";</style>`,
    'iframe of a picture': `<iframe src="${fileUrl('red.png')}"></iframe>`,
    'iframe of a page': `<iframe src="${fileUrl('red.html')}"></iframe>`,
    'object of a picture': `<object data="${fileUrl('red.png')}"></object>`,
    'embedded page': `<embed type="text/html" src="${fileUrl('red.html')}">`,
    frameset: `<frameset cols="*"><frame src="${fileUrl('red.html')}"></frameset>`,
  };

  beforeAll(async () => {
    const { data, info } = await sharp({ create: { width: 99, height: 99, channels: 3, background: '#f00' } })
      .png()
      .toBuffer({ resolveWithObject: true });
    expect(info.width).toBe(99);
    writeFileSync(join(folder, 'red.png'), data);
    writeFileSync(join(folder, 'red.css'), 'html{background:#f00}');
    writeFileSync(join(folder, 'red.html'), '<body style="background:#f00">');
    for (const [name, html] of Object.entries(windows)) writeFileSync(join(folder, `${name}.html`), html);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('show in a browser that opens them, through every window', async () => {
    const page = await (await startPlainBrowser()).newPage();
    for (const name of Object.keys(windows)) {
      await page.goto(fileUrl(`${name}.html`));
      const picture = Buffer.from(await page.screenshot());
      expect([name, await countPixels(picture, red)]).toEqual([name, expect.toSatisfy((n) => n > 5_000)]);
    }
  });

  test.each(['no policy', 'the policy'])('never show in a card with %s', async (policy) => {
    const { browser } = await startBrowser();
    const page = await CardPage.open(browser, 'headless-shell', { policy: policy === 'the policy' });
    for (const [name, html] of Object.entries(windows)) {
      const picture = await page.take(rawCard(`<!doctype html>${html}`), asItIs);
      expect([name, await countPixels(picture, red, 100)]).toEqual([name, 0]);
    }
  });

  test('are no frame of a card, and neither are pages of the browser itself', async () => {
    const plain = await startPlainBrowser();
    await (await plain.newPage()).goto(fileUrl('iframe of a page.html'));
    expect(await frameUrls(plain)).toContain(fileUrl('red.html'));

    const { browser } = await startBrowser();
    const page = await CardPage.open(browser, 'headless-shell');
    const schemes = hostileDocuments({ port: 9, udpPort: 9 })['schemes']!;
    await page.take(rawCard(schemes + windows['iframe of a page']), asItIs);
    const urls = await frameUrls(browser);
    expect(urls.length).toBeGreaterThan(15);
    expect(urls.filter((url) => url && !/^(about|chrome-error|data):/.test(url))).toEqual([]);
  });
});

async function frameUrls(browser: Browser): Promise<string[]> {
  const pages = browser.targets().filter((target) => target.type() !== TargetType.BROWSER);
  const sessions = await Promise.all(pages.map((target) => target.createCDPSession()));
  const trees = await Promise.all(sessions.map((session) => session.send('Page.getFrameTree')));
  const below = ({ frame, childFrames = [] }: Protocol.Page.FrameTree): string[] => [
    frame.url,
    ...childFrames.flatMap(below),
  ];
  return trees.flatMap(({ frameTree }) => below(frameTree));
}
