import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCamera } from '../../../src/camera/camera.ts';
import { Pictures } from '../../../src/card/pictures/pictures.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { Cardstock, type CardstockOptions } from '../../../src/index.ts';
import { explainCard } from '../../../src/serve/explain/explain-card.ts';
import { nodeHandler } from '../../../src/serve/express/node-handler.ts';
import { answerCard } from '../../../src/serve/http/answer-card.ts';
import { formatParity, formatParitySummary } from '../../../src/site/parity/format.ts';
import { type CardParity, compareWith } from '../../../src/site/parity/parity.ts';
import { defineTemplate, text, z } from '../../../src/template.ts';
import { createResponder, secrets } from '../../support/services.ts';

/** A template of one example, as it is here or a little otherwise. */
const notice = (css = 'h1{font:400 60px Inter}', weight = 400, title = 'We are open') =>
  defineTemplate({
    name: 'notice',
    description: 'A line.',
    props: z.strictObject({
      title: text(20_000, 'The title'),
      brand: text(20, 'The colour').default('#123456'),
    }),
    examples: { only: { title } },
    fonts: [{ family: 'Inter', weights: [weight] }],
    viewport: 'og',
    alt: ({ title }) => title,
    css,
    render: ({ title, brand }) => `<h1 style="color:${brand}">${title}</h1>`,
  });

const config: Partial<Config> = {
  browsers: 1,
  store: 'none',
  secrets: [secrets[0]!],
  allowUnsigned: false,
};

function open({ config: more, ...options }: Partial<CardstockOptions> = {}): Cardstock {
  const environment = { NODE_ENV: 'production' };
  return new Cardstock({ templates: [notice()], environment, ...options, config: { ...config, ...more } });
}

let here: Cardstock;
beforeAll(() => {
  here = open();
});
afterAll(() => here.close());

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function deploy(options: Partial<CardstockOptions> = {}): Promise<string> {
  const there = open(options);
  onTestFinished(() => there.close());
  return serve((request, response) => void there.handle(request, response));
}

async function compare(address: string): Promise<CardParity[]> {
  const cards: CardParity[] = [];
  for await (const card of compareWith(address, here, { allowLocal: true })) cards.push(card);
  return cards;
}

/** The same cards, drawn by a browser of another version. */
async function deployOnOtherEngine(): Promise<string> {
  const real = await createCamera(readConfig({}, config));
  onTestFinished(() => real.close());
  const camera = { ...real, engine: real.engine.replace(/\d+\.\d+\.\d+/, '199.0.0') };
  const { services } = createResponder({ config: { ...config, production: true }, templates: [notice()] });
  const there = { ...services, ...{ camera: () => Promise.resolve(camera) } };
  const card = (request: Request) =>
    answerCard(request, {
      ...there,
      explain: (asked, signal) =>
        explainCard(
          asked,
          { ...there, pictures: new Pictures({ allowedHosts: [] }), config: readConfig({}, config) },
          { signal },
        ),
    });
  const settings = readConfig({}, { ...config, production: true });
  const handle = nodeHandler({ card, redirect: card }, () => settings);
  return serve((request, response) => void handle(request, response));
}

describe('parity', () => {
  it('finds the same keys and bytes at the same deployment, which draws for nobody without a signature', async () => {
    const [card] = await compare(await deploy());
    expect(card).toEqual({
      template: 'notice',
      example: 'only',
      outcome: 'same',
      isSameKey: true,
      isSamePicture: true,
      differences: [],
    });
  });

  it.each<[string, Partial<CardstockOptions>, string[]]>([
    ['another stylesheet', { templates: [notice('h1{font:400 61px Inter}')] }, ['template']],
    ['fonts of another weight', { templates: [notice(undefined, 700)] }, ['fonts']],
    ['another budget', { config: { budgetKilobytes: 200 } }, ['settings']],
    ['defaults of another config', { defaults: { brand: '#ff0000' } }, ['props']],
    ['another language', { config: { language: 'pt-BR' } }, ['language']],
    [
      'several of these',
      { templates: [notice('h1{font:400 61px Inter}', 700)], config: { budgetKilobytes: 200 } },
      ['settings', 'template', 'fonts'],
    ],
  ])('says that a deployment has %s', async (_name, options, parts) => {
    const [card] = await compare(await deploy(options));
    expect(card).toMatchObject({ outcome: 'different', isSameKey: false });
    expect(card!.differences.map(({ part }) => part)).toEqual(parts);
    for (const { here, there } of card!.differences) expect(here).not.toBe(there);
  });

  it('asks by the name of its example for what no URL holds', async () => {
    const templates = [notice(undefined, undefined, 'word '.repeat(3_000).trim())];
    const [long, there] = [open({ templates }), open({ templates })];
    onTestFinished(async () => void (await Promise.all([long.close(), there.close()])));
    const address = await serve((request, response) => void there.handle(request, response));
    for await (const card of compareWith(address, long, { allowLocal: true }))
      expect(card).toMatchObject({ outcome: 'same' });
  });

  it('goes on where a card fails on either side, in the order of the examples', async () => {
    const title = text(100, 'The title');
    const fragile = (name: string, failing: string) =>
      defineTemplate({
        name,
        props: z.strictObject({ title }),
        examples: { good: { title: 'good' }, bad: { title: 'bad' } },
        render: ({ title }) => {
          if (name === failing && title === 'bad') throw new Error('it is raining');
          return `<h1>${title}</h1>`;
        },
      });
    const all = (failing: string) => [fragile('one', failing), fragile('two', failing)];
    const [mine, there] = [open({ templates: all('one') }), open({ templates: all('two') })];
    onTestFinished(async () => void (await Promise.all([mine.close(), there.close()])));
    const address = await serve((request, response) => void there.handle(request, response));
    const found: string[] = [];
    for await (const card of compareWith(address, mine, { allowLocal: true }))
      found.push([card.template, card.example, card.outcome, card.reason ?? ''].join(' '));
    expect(found).toEqual([
      'one good same ',
      expect.stringMatching(/^one bad failed it could not be drawn here: .*it is raining/),
      'two good same ',
      expect.stringMatching(/^two bad failed (another picture was sent|it was answered with 500)/),
    ]);
  });

  it('says that a deployment has another engine, whose picture happens to be the same', async () => {
    const [card] = await compare(await deployOnOtherEngine());
    expect(card).toMatchObject({ outcome: 'different', isSameKey: false, isSamePicture: true });
    expect(card!.differences).toMatchObject([
      { part: 'engine', there: expect.stringContaining('199.0.0') as string },
    ]);
    expect(formatParity(card!, 60)).toContain('the same bytes under another key');
  });

  it('says that something on the way has made another file of it', async () => {
    const there = open();
    onTestFinished(() => there.close());
    const address = await serve((request, response) => {
      if (!request.url!.includes('explain=')) response.setHeader('etag', '"old"').end('an older picture');
      else void there.handle(request, response);
    });
    const [card] = await compare(address);
    expect(card).toMatchObject({ outcome: 'different', isSameKey: false, isSamePicture: false });
    expect(card!.differences.map(({ part }) => part)).toEqual(['bytes']);
  });

  it.each<[string, () => Promise<string>, string]>([
    ['has other secrets', () => deploy({ config: { secrets: [secrets[1]!] } }), '403'],
    ['has no such template', () => deploy({ templates: [{ ...notice(), name: 'other' }] }), '404'],
    ['is not there', () => Promise.resolve('http://127.0.0.1:1'), 'refused'],
  ])('fails where the deployment %s, and says so', async (_name, deployed, reason) => {
    const [card] = await compare(await deployed());
    expect(card).toMatchObject({ outcome: 'failed', reason: expect.stringContaining(reason) as string });
    expect(formatParitySummary([card!])).toBe('1 card: 0 the same, 0 different, 1 failed');
  });

  it('says why nobody can say what differs, where the deployment tells no receipts', async () => {
    const address = await serve((_request, response) => void response.end('a picture'));
    const [card] = await compare(address);
    expect(card).toMatchObject({ outcome: 'different', differences: [] });
    expect(card!.reason).toBe('of its receipt: it tells no receipts');
  });
});
