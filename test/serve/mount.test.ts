import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Cardstock, type CardstockOptions, ConfigError } from '../../src/index.ts';
import { listen } from '../../src/serve/express/listen.ts';
import { openStudio } from '../../src/studio/server/studio.ts';
import { templates } from '../../templates/index.ts';
import { secrets } from '../support/services.ts';

const hello = { template: 'plain', props: { title: 'Hello' } };
const site = 'https://example.com';

/** Signed, so that an address that is taken for another one is refused; a 304 needs no browser. */
function open(options: Omit<CardstockOptions, 'templates'> = {}): Cardstock {
  return new Cardstock({
    templates,
    ...options,
    config: { siteUrl: site, secrets: [secrets[0]!], allowUnsigned: false, ...options.config },
  });
}

/** What is answered without a picture: the ETag of a card is asked for with itself. */
async function statusOf(answer: (headers: Record<string, string>) => Promise<Response>): Promise<number> {
  return (await answer({ 'if-none-match': '*', accept: 'application/json' })).status;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a CDN of another name', () => {
  it('is named by the URLs of cards, at its root, and by nothing else', async () => {
    const cardsUrl = 'https://cards.example.net';
    const cardstock = open({ basePath: '/docs', environment: { OG_CARDS_URL: cardsUrl } });
    const url = await cardstock.cardUrl(hello);
    expect(url).toMatch(/^https:\/\/cards\.example\.net\/og\/[\w-]+\.jpg\?sig=/);
    expect((await cardstock.openGraph(hello)).url).toBe(url);
    expect(await cardstock.redirectUrl(hello)).toMatch(/^https:\/\/example\.com\/docs\//);
  });
});

describe('where cards are answered', () => {
  it.each([
    [{}, '/og/', '/.netlify/functions/process-url'],
    [{ paths: { card: '/api/og' } }, '/api/og/', '/api/og/redirect'],
    [{ paths: { card: '/api/og' }, basePath: '/docs/' }, '/docs/api/og/', '/docs/api/og/redirect'],
    [{ paths: { sealed: '/cards' } }, '/cards/', '/.netlify/functions/process-url'],
    [{ paths: { card: '/card', sealed: '/x/', redirect: '/to' } }, '/x/', '/to'],
    [{ basePath: '/cards' }, '/cards/og/', '/cards/.netlify/functions/process-url'],
    [
      { environment: { OG_PATHS: '{"card":"/og.jpg"}', OG_BASE_PATH: '/a/b' } },
      '/a/b/og.jpg/',
      '/a/b/og.jpg/redirect',
    ],
  ])('%o: links lead there, and are answered there', async (options, sealed, redirect) => {
    const cardstock = open(options);
    const url = await cardstock.cardUrl(hello);
    expect(url).toMatch(new RegExp(`^${site}${sealed}[\\w-]+\\.jpg\\?sig=`));
    const readable = await cardstock.redirectUrl(hello);
    expect(new URL(readable).pathname).toBe(redirect);
    const answer = await cardstock.respond(new Request(readable));
    expect(answer.status).toBe(302);
    expect(`${site}${answer.headers.get('location')}`).toBe(url);
    expect((await cardstock.openGraph(hello)).url).toBe(url);
    await cardstock.close();
  });

  it.each([
    [{ basePath: 'cards' }, 'OG_BASE_PATH'],
    [{ basePath: '/a b' }, 'OG_BASE_PATH'],
    [{ paths: { card: 'api/og' } }, 'OG_PATHS'],
    [{ environment: { OG_PATHS: 'api/og' } }, 'expected JSON, as in {"card":"/api/og"}'],
  ])('%o is refused', (options, message) => {
    expect(() => open(options)).toThrow(ConfigError);
    expect(() => open(options)).toThrow(message);
  });
});

describe('a signature', () => {
  let cardstock: Cardstock;
  let path: string;
  beforeAll(async () => {
    cardstock = open({ basePath: '/cards' });
    path = new URL(await cardstock.redirectUrl(hello)).href.slice(`${site}/cards`.length);
  });
  afterAll(() => cardstock.close());
  const redirected = (address: string) =>
    statusOf((headers) => cardstock.respond(new Request(`${site}${address}`, { headers })));

  it('holds whether or not somebody on the way took the base away', async () => {
    expect(await redirected(`/cards${path}`)).toBe(302);
    expect(await redirected(path)).toBe(302);
  });

  it('does not hold for another card, nor below another base', async () => {
    expect(await redirected(`/cards${path.replace('Hello', 'Hallo')}`)).toBe(403);
    expect(await redirected(`/other${path}`)).not.toBe(302);
  });
});

describe('a server of Node', () => {
  const ask = (origin: string, url: string) =>
    fetch(url.replace(site, origin), { redirect: 'manual', headers: { accept: 'application/json' } });

  it('answers cards, and 404 to all else', async () => {
    const cardstock = open({ paths: { card: '/api/og' } });
    const origin = await serve((request, response) => void cardstock.handle(request, response));
    expect((await ask(origin, await cardstock.redirectUrl(hello))).status).toBe(302);
    expect((await ask(origin, `${site}/api/og?template=plain`)).status).toBe(403);
    expect((await ask(origin, `${site}/about`)).status).toBe(404);
    expect((await ask(origin, `${site}/api/og/a/b.jpg`)).status).toBe(404);
  });

  it('with express has cards below a path, and goes on with what is no card', async () => {
    const cardstock = open({ basePath: '/cards' });
    const app = express();
    app.use('/cards', cardstock.handle);
    app.use((_request, response) => void response.status(418).end());
    const origin = await serve(app);
    expect((await ask(origin, await cardstock.redirectUrl(hello))).status).toBe(302);
    expect((await ask(origin, `${site}/cards/og/AAAA.jpg`)).status).toBe(403);
    expect((await ask(origin, `${site}/cards/about`)).status).toBe(418);
  });

  it('of ours shows its gallery there, whose links work', async () => {
    const cardstock = open({
      basePath: '/cards',
      paths: { card: '/card' },
      config: { allowUnsigned: true, host: '127.0.0.1', port: 0 },
    });
    const project = () => ({ folder: '.', config: {}, files: [] });
    const server = await listen(cardstock, openStudio({ cardstock: () => cardstock, project }).handler);
    onTestFinished(() => server.close());
    const page = await (await fetch(`${server.origin}/cards/`)).text();
    const [, link] = /href="(\/cards\/card\?template=plain[^"]*)"/.exec(page)!;
    const redirect = link!.replaceAll('&amp;', '&').replace('/cards/card?', '/cards/card/redirect?');
    const answer = await fetch(`${server.origin}${redirect}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toMatch(/^\/cards\/card\/[\w-]+\.jpg/);
  });
});
