import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Config, readConfig } from '../../../src/config.ts';
import { listen } from '../../../src/serve/express/listen.ts';

const secrets = ['a-secret-of-the-tests-0123456789-abcdef'];

async function serve(settings: Partial<Config> = {}) {
  const config = readConfig({}, { port: 0, secrets, ...settings });
  const answer = () => Promise.resolve({ status: 200, headers: {}, body: Buffer.from('a card') });
  const server = await listen({
    config,
    answers: { card: answer, redirect: answer },
    close: () => Promise.resolve(),
  });
  onTestFinished(() => server.close());
  const { port } = new URL(server.origin);
  return (headers: Record<string, string>) => ask(Number(port), headers);
}

/** fetch would not let us say another host. */
function ask(port: number, headers: Record<string, string>): Promise<number> {
  const path = '/.netlify/functions/process-url?template=plain&title=Buy+my+coins';
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, headers, host: '127.0.0.1', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    sent.once('error', reject).end();
  });
}

describe('a local server, which does what anybody asks', () => {
  it.each([
    ['localhost:8888', 200],
    ['LOCALHOST', 200],
    ['127.0.0.1:24801', 200],
    ['[::1]:8888', 200],
    ['cards.test', 200],
    ['site.example:8888', 200],
    ['evil.example:8888', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.nip.io', 421],
    ['169.254.169.254', 421],
  ])('asked as %j answers %s', async (host, status) => {
    const say = await serve({ allowedHosts: ['cards.test'], siteUrl: 'https://site.example' });
    expect(await say({ host })).toBe(status);
  });

  it.each([
    ['http://localhost:3000', 200],
    ['http://127.0.0.1:8888', 200],
    ['https://site.example', 200],
    ['https://evil.example', 403],
    ['http://localhost.evil.example', 403],
    ['null', 403],
  ])('asked by a page of %s answers %s', async (origin, status) => {
    const say = await serve({ siteUrl: 'https://site.example' });
    expect(await say({ host: 'localhost', origin })).toBe(status);
  });
});

it.each<[string, Partial<Config>]>([
  ['for signed requests alone, as behind a proxy', { allowUnsigned: false }],
  ['for the network', { host: '0.0.0.0' }],
])('a server %s takes any name', async (_name, settings) => {
  const say = await serve(settings);
  expect(await say({ host: 'cards.example', origin: 'https://cards.example' })).toBe(200);
});
