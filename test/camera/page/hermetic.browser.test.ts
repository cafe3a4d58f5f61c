import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CardDocument } from '../../../src/card/document.ts';
import { CardPage } from '../../../src/camera/page/card-page.ts';
import { asItIs, showUnguarded, startBrowser, startPlainBrowser } from '../../support/browsers.ts';
import { fingerprint, ordinaryCard, rawCard } from '../../support/cards.ts';
import {
  everyDocument,
  hostileDocuments,
  leavingDocuments,
  vectorNames,
} from '../../support/egress/documents.ts';
import { type Sentinel, startSentinel } from '../../support/sentinel.ts';

let sentinel: Sentinel;
beforeEach(async () => (sentinel = await startSentinel()));
afterEach(() => sentinel.close());

describe('the sentinel and the vectors', () => {
  test('the sentinel notices a connection on each loopback address and a packet', async () => {
    for (const host of ['127.0.0.1', '::1']) {
      const socket = connect(sentinel.port, host).end('GET /knock HTTP/1.1\r\n\r\n');
      await once(socket.resume(), 'close');
    }
    const udp = createSocket('udp4');
    udp.send('knock', sentinel.udpPort, '127.0.0.1');
    await expect.poll(() => sentinel.contacts).toBe(3);
    udp.close();
    expect(sentinel.names).toContain('knock');
  });

  test('there are over 200 vectors, each with a name of its own', () => {
    expect(vectorNames.length).toBeGreaterThan(200);
    expect(new Set(vectorNames).size).toBe(vectorNames.length);
  });

  test('over 150 of the vectors reach it from a browser without containment', async () => {
    const browser = await startPlainBrowser();
    for (const html of Object.values(hostileDocuments(sentinel))) {
      await showUnguarded(browser, rawCard(html));
      await sentinel.untilQuiet();
    }
    const leaving = Object.values(leavingDocuments(sentinel));
    await Promise.all(leaving.map((html) => showUnguarded(browser, rawCard(html))));
    await sentinel.untilQuiet();
    const reached = vectorNames.filter((name) => sentinel.names.has(name));
    expect(reached.length).toBeGreaterThan(150);
    expect(sentinel.names).toContain('a packet');
  });
});

describe.each([
  { scripts: 'off', policy: 'no policy' },
  { scripts: 'off', policy: 'the policy' },
  { scripts: 'on', policy: 'no policy' },
  { scripts: 'on', policy: 'the policy' },
])('a hostile card with scripts $scripts and $policy', (mode) => {
  const scripts = mode.scripts === 'on';
  const policy = mode.policy === 'the policy';

  test('reaches nothing and leaves no trace on the next card', async () => {
    const ordinary = await ordinaryCard('After the flood');
    let page = await openPage({ scripts, policy });
    const before = fingerprint(await page.take(ordinary, asItIs));
    for (const [name, html] of Object.entries(everyDocument(sentinel))) {
      const outcome = await attempt(page, html);
      if (!scripts) {
        const after = fingerprint(await takeNext(page, ordinary));
        expect([name, outcome, after]).toEqual([name, expect.not.stringMatching('stuck'), before]);
      } else if (outcome === 'stuck') page = await openPage({ scripts, policy });
      expect([name, ...sentinel.names]).toEqual([name]);
    }
    await sentinel.untilQuiet();
    expect(sentinel.contacts).toBe(0);
  });
});

async function openPage(options: { scripts: boolean; policy: boolean }): Promise<CardPage> {
  const { browser } = await startBrowser();
  return CardPage.open(browser, 'headless-shell', options);
}

/** A script can keep its page from ever finishing; the camera's deadline is not under test here. */
function attempt(page: CardPage, html: string): Promise<'drawn' | 'refused' | 'stuck'> {
  const taken = page.take(rawCard(html), asItIs);
  return Promise.race([
    taken.then(
      () => 'drawn' as const,
      () => 'refused' as const,
    ),
    pause(2_000, 'stuck' as const),
  ]);
}

/** A page may notice as late as during the next card that the last one tried to leave. */
function takeNext(page: CardPage, card: CardDocument): Promise<Buffer> {
  return page.take(card, asItIs).catch(() => page.take(card, asItIs));
}
