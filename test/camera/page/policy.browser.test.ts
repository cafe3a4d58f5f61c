import { type Protocol, TargetType } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { CardPage } from '../../../src/camera/page/card-page.ts';
import { asItIs, startBrowser } from '../../support/browsers.ts';
import { ordinaryCard, rawCard } from '../../support/cards.ts';

/** Writes in its document that it ran, which the policy and nothing else forbids here. */
const scripted = rawCard('<!doctype html><body><script>document.body.dataset.ran = "yes"</script>');

test.each([
  { policy: true, runs: 0 },
  { policy: false, runs: 1 },
])('the policy of a window that has one ($policy) holds in its hundredth document', async (mode) => {
  const { browser } = await startBrowser();
  const page = await CardPage.open(browser, 'headless-shell', { scripts: true, policy: mode.policy });
  const runs = () => page.show(scripted, (view) => view.evaluate('document.body.dataset.ran ? 1 : 0'));
  expect(await runs()).toBe(mode.runs);
  for (let card = 2; card < 100; card++) await page.take(rawCard(`<!doctype html><p>${card}`), asItIs);
  expect(await runs()).toBe(mode.runs);
});

test('a document breaks the policy once, however many cards came before it with theirs', async () => {
  const { browser } = await startBrowser();
  const page = await CardPage.open(browser, 'headless-shell', { scripts: true });
  for (let card = 1; card < 20; card++) await page.take(await ordinaryCard(`Card ${card}`), asItIs);
  const said: string[] = [];
  const target = browser.targets().find((each) => each.type() === TargetType.PAGE);
  const log = await target!.createCDPSession();
  log.on('Log.entryAdded', ({ entry }: Protocol.Log.EntryAddedEvent) => said.push(entry.text));
  await log.send('Log.enable');
  await page.take(scripted, asItIs);
  await expect.poll(() => said.filter((text) => text.includes('Content Security Policy'))).toHaveLength(1);
});
