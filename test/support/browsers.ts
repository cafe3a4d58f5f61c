import { type Browser, launch } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import type { CardDocument } from '../../src/card/document.ts';
import { type ChromiumBinary, findChromium } from '../../src/camera/chromium/binary.ts';
import { type Camera, createCamera } from '../../src/camera/camera.ts';
import type { Capture } from '../../src/camera/page/shutter.ts';
import { launchChromium, type RunningBrowser } from '../../src/camera/chromium/launch.ts';
import { expectedSandbox } from '../../src/camera/chromium/sandbox.ts';
import { openTemporaryFolder } from '../../src/system/temporary-folder.ts';
import { type Config, readConfig } from '../../src/config.ts';

/** Lossless, and straight from the browser. */
export const asItIs: Capture = { format: 'png', optimizeForSpeed: true };

/** A camera with the defaults of a machine without any setting; closed when the test is over. */
export async function openCamera(settings: Partial<Config> = {}): Promise<Camera> {
  const camera = await createCamera(readConfig({}, { browsers: 1, ...settings }));
  onTestFinished(() => camera.close());
  return camera;
}

export async function chromiumBinary(settings: Partial<Config> = {}): Promise<ChromiumBinary> {
  const config = readConfig({}, settings);
  const source = await findChromium(config, openTemporaryFolder(config.temporaryFolder));
  return source.prepare();
}

/** A browser the way the camera starts it, without the camera. Whoever starts it ends it. */
export async function launchBrowser(settings: Partial<Config> = {}): Promise<RunningBrowser> {
  const config = readConfig({}, settings);
  return launchChromium(await chromiumBinary(settings), {
    temporaryFolder: openTemporaryFolder(config.temporaryFolder),
    sandbox: expectedSandbox(config).isOn,
    serverless: config.serverless,
    timeoutMs: config.timeoutMs,
  });
}

/** The same; ended when the test is over. */
export async function startBrowser(settings: Partial<Config> = {}): Promise<RunningBrowser> {
  const running = await launchBrowser(settings);
  onTestFinished(() => running.kill());
  return running;
}

/** The same Chromium as anyone would start it: it may go anywhere. */
export async function startPlainBrowser(): Promise<Browser> {
  const { executablePath } = await chromiumBinary();
  const browser = await launch({ executablePath, headless: 'shell', pipe: true, args: ['--no-sandbox'] });
  onTestFinished(() => browser.close());
  return browser;
}

/** Puts a document into a new page with nothing between it and the world, and lets its scripts run. */
export async function showUnguarded(browser: Browser, { html }: CardDocument) {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
}
