import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readAccount } from '../src/serve/cloudinary/read-account.ts';
import { Cardstock, type Template } from '../src/index.ts';
import { queryUrl } from '../src/serve/url/query-url.ts';
import { listen, type RunningServer } from '../src/serve/express/listen.ts';
import { article } from '../templates/article.tsx';
import { plain } from '../templates/plain.tsx';
import { type CloudinaryStandIn, startCloudinary } from './support/cloudinary/server.ts';
import { freePort } from './support/free-port.ts';
import { secrets } from './support/services.ts';

/** The real browser, real HTTP, a real disk; the other end of Cloudinary alone is played. */
const hello = { template: 'plain', props: { title: 'C++ & C#: 50% off, @everyone?' } };
const other = { template: 'article', props: { title: 'Another card' } };
const redesigned = { ...plain, css: `${plain.css} main { background: #7a1f1f }` };

let folder: string;
let standIn: CloudinaryStandIn;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardstock-end-to-end-'));
  standIn = await startCloudinary();
  const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } });
  standIn.putCarrier('cardstock-carrier', await pixel.png().toBuffer());
});
afterAll(async () => {
  await standIn.close();
  await rm(folder, { recursive: true, force: true });
});

interface Site {
  readonly server: RunningServer;
  readonly cardstock: Cardstock;
  readonly port: number;
}

/** A server as production runs it: signatures only, images on disk, an account at Cloudinary. */
async function startSite(templates: readonly Template[] = [article, plain], port?: number): Promise<Site> {
  const ownPort = port ?? (await freePort());
  const cardstock = new Cardstock({
    templates,
    config: {
      secrets,
      production: true,
      allowUnsigned: false,
      port: ownPort,
      siteUrl: `http://127.0.0.1:${ownPort}`,
      cloudinary: readAccount({ CLOUDINARY_URL: standIn.environmentUrl }),
      browsers: 1,
      store: 'disk',
      cacheFolder: join(folder, 'cache'),
    },
  });
  return { server: await listen(cardstock), cardstock, port: ownPort };
}

const statusOf = (response: Response) => response.headers.get('cache-status');
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('a card of a site', () => {
  it('is rendered by the first request, found by the second, and by another process', async () => {
    const first = await startSite();
    const url = await first.cardstock.cardUrl(hello);
    const [made, found] = [await fetch(url), await fetch(url)];
    expect(statusOf(made)).toBe('cardstock; fwd=uri-miss; stored');
    expect(statusOf(found)).toBe('cardstock; hit; detail=memory');
    const bytes = await bytesOf(made);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    expect((await bytesOf(found)).equals(bytes)).toBe(true);
    await first.server.close();

    const second = await startSite();
    const kept = await fetch(await second.cardstock.cardUrl(hello));
    expect(statusOf(kept)).toBe('cardstock; hit; detail=store');
    expect((await bytesOf(kept)).equals(bytes)).toBe(true);
    await second.server.close();
  });

  it('has a new URL when its template changes, and only then', async () => {
    const today = await startSite();
    const [before, otherBefore] = [
      await today.cardstock.cardUrl(hello),
      await today.cardstock.cardUrl(other),
    ];
    const old = await bytesOf(await fetch(before));
    await today.server.close();

    const tomorrow = await startSite([article, redesigned], today.port);
    const after = await tomorrow.cardstock.cardUrl(hello);
    expect(after).not.toBe(before);
    expect(await tomorrow.cardstock.cardUrl(other)).toBe(otherBefore);
    const answer = await fetch(after);
    expect(statusOf(answer)).toBe('cardstock; fwd=uri-miss; stored');
    const redrawn = await bytesOf(answer);
    expect(redrawn.equals(old)).toBe(false);
    const outdated = await fetch(before);
    expect(outdated.headers.get('cache-control')).toBe('public, max-age=3600');
    expect((await bytesOf(outdated)).equals(redrawn)).toBe(true);
    await tomorrow.server.close();
  });

  it('goes through Cloudinary once, from the readable URL or from the direct one', async () => {
    const site = await startSite([article, { ...plain, css: `${plain.css} h1 { color: #ffe }` }]);
    const [direct, readable] = [
      await site.cardstock.cloudinaryUrl(hello),
      await site.cardstock.redirectUrl(hello),
    ];
    const delivered = await fetch(direct);
    expect(delivered.status).toBe(200);
    expect(await sharp(await bytesOf(delivered)).metadata()).toMatchObject({ width: 1200, height: 630 });
    expect(await bytesOf(await fetch(readable))).toEqual(await bytesOf(await fetch(direct)));
    expect(standIn.calls.functions).toBe(1);
    await site.server.close();
  });
});

describe('a crawler that comes while no browser can be had', () => {
  it('gets a picture of the size it asked for', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const config = { port: 0, browsers: 1, chromePath: '/bin/false', production: true, allowUnsigned: true };
    const cardstock = new Cardstock({ templates: [article, plain], config });
    const server = await listen(cardstock);
    const response = await fetch(`${server.origin}${queryUrl({ ...hello, variant: 'square' })}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(statusOf(response)).toBe('cardstock; fwd=miss; fwd-status=503; detail=browser_unavailable');
    expect(await sharp(await bytesOf(response)).metadata()).toMatchObject({ width: 1080, height: 1080 });
    await server.close();
    vi.restoreAllMocks();
  });
});
