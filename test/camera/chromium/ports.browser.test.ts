import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { CardPage } from '../../../src/camera/page/card-page.ts';
import { asItIs, chromiumBinary, startBrowser, startPlainBrowser } from '../../support/browsers.ts';
import { ordinaryCard } from '../../support/cards.ts';
import { familyOf, listeningPorts } from '../../support/processes.ts';

const { executablePath } = await chromiumBinary();

test.each([
  ['as usual', {}],
  ['in one process, as on Lambda', { serverless: true }],
  ['that is a Chrome of your own', { chromePath: executablePath }],
])('a browser %s listens at no port while it draws', async (_name, settings) => {
  const { browser, pid } = await startBrowser(settings);
  const page = await CardPage.open(browser, 'chromePath' in settings ? 'chrome' : 'headless-shell');
  await page.take(await ordinaryCard('Behind a pipe'), asItIs);
  const family = familyOf(pid).map((process) => process.pid);
  expect(family).toContain(pid);
  expect(listeningPorts(family)).toEqual([]);
});

test('nor does the browser that tests compare with', async () => {
  const browser = await startPlainBrowser();
  const { pid } = browser.process()!;
  expect(listeningPorts([pid!])).toEqual([]);
});

test('a port that a process listens at is seen', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  expect(listeningPorts([process.pid])).toContain((server.address() as { port: number }).port);
});
