import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardRequest } from '../../src/card/resolve.ts';
import { Cardstock } from '../../src/index.ts';
import type { SigningOptions } from '../../src/serve/url/signed-url.ts';
import { templates } from '../../templates/index.ts';
import { synthesize } from '../support/aws/stack.ts';
import { startWorld, type World } from '../support/aws/world.ts';

/** Where sharp's binary and Chromium are those that Lambda needs. */
const likeLambda = process.platform === 'linux' && process.arch === 'x64';
const [secret, newSecret] = ['the-secret-of-these-cards-0123456789', 'the-secret-of-tomorrow-0123456789abc'];
const siteUrl = 'https://cards.example';

/** What makes the URLs: a page's server, say. */
const signerWith = (secret: string) => new Cardstock({ templates, config: { secrets: [secret], siteUrl } });
const signer = signerWith(secret);

let world: World;
let lastCard = 0;
const statuses = new Set<number>();

/** The address of a card, as a path. */
async function addressOf(
  card: CardRequest,
  { by = signer, ...options }: SigningOptions & { by?: Cardstock } = {},
) {
  return (await by.cardUrl(card, options)).slice(siteUrl.length);
}

/** A card that nobody has asked for yet. */
const newCard = () => ({ template: 'plain', props: { title: `Card ${(lastCard += 1)}` } });
const newAddress = (by = signer) => addressOf(newCard(), { by });

async function ask(path: string, region = 'frankfurt', init?: RequestInit) {
  const response = await fetch(world.cdn.regions[region]! + path, { redirect: 'manual', ...init });
  statuses.add(response.status);
  const body = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body,
    from: response.headers.get('x-cache'),
  };
}

const keyOf = (path: string) => path.slice(1).split('?')[0]!;

describe.runIf(likeLambda)('cards on AWS', () => {
  let defaultPicture: Buffer;

  beforeAll(async () => {
    world = await startWorld({ template: synthesize(), secrets: secret });
    expect(await world.lambda.invoke({})).toMatchObject({ status: 200 }); // as its deployment does
    defaultPicture = world.s3.objects().get('default.jpg')!.body;
  }, 300_000);
  afterAll(async () => {
    await world?.close();
    await signer.close();
  });

  it('makes a card that nobody has asked for once, for the bucket, and then has it there, and at the edge', async () => {
    const { cdn, lambda } = world;
    const path = await newAddress();
    const [renders, pictures] = [world.renders(), world.pictures()];
    const cold = await ask(path);
    expect(cold).toMatchObject({
      status: 200,
      from: 'Miss from cloudfront',
      headers: { 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(await sharp(cold.body).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    expect(world.renders()).toBe(renders + 1);
    expect(world.pictures()).toEqual([...pictures, keyOf(path)]);

    cdn.invalidate();
    const invocations = lambda.counts.invocations;
    const second = await ask(path);
    expect(second).toMatchObject({
      status: 200,
      from: 'Miss from cloudfront',
      headers: { 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(second.body.equals(cold.body)).toBe(true);
    expect(lambda.counts.invocations).toBe(invocations);

    const behind = world.behindTheEdge();
    const third = await ask(path);
    expect(third.from).toBe('Hit from cloudfront');
    expect(third.body.equals(cold.body)).toBe(true);
    expect(world.behindTheEdge()).toBe(behind);
  });

  it('makes it once for all regions, which ask at the same time', async () => {
    const path = await newAddress();
    const renders = world.renders();
    const answers = await Promise.all([ask(path, 'frankfurt'), ask(path, 'tokyo')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(world.renders()).toBe(renders + 1);
  });

  it('makes it at most once a region for 500 who come at the same time', async () => {
    const path = await newAddress();
    const renders = world.renders();
    const who = Array.from({ length: 500 }, (_, index) => (index % 2 ? 'frankfurt' : 'tokyo'));
    const answers = await Promise.all(who.map((region) => ask(path, region)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.length}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
    expect(world.renders() - renders).toBeLessThanOrEqual(2);
  });

  it('is one entry of the cache whatever signed it, and until when', async () => {
    const card = newCard();
    const path = await addressOf(card);
    const dated = await addressOf(card, { expiresAt: Math.floor(Date.now() / 1000) + 3_600 });
    await ask(path);
    const behind = world.behindTheEdge();
    expect((await ask(dated)).from).toBe('Hit from cloudfront');
    world.cdn.advance(3_601);
    expect((await ask(dated)).status).toBe(403);
    expect(world.behindTheEdge()).toBe(behind);
  });

  it.each<[what: string, spoil: (path: string) => string]>([
    ['another signature', (path) => path.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['no signature', (path) => path.split('?')[0]!],
    ['the signature of another card', (path) => path.replace('/og/A', '/og/AB')],
    ['more than was signed', (path) => `${path}&width=9000`],
    ['another kind of file', (path) => path.replace('.jpg', '.png')],
    ['a folder more', (path) => path.replace('/og/', '/og//')],
    ['an escaped letter', (path) => path.replace('/og/A', '/og/%41')],
    ['its signature twice', (path) => `${path}&${path.split('?')[1]}`],
    ['a name that leads elsewhere', () => '/og/..%2fdefault.jpg?sig=0'],
    ['a name of eight kilobytes', () => `/og/${'A'.repeat(8_000)}.jpg?sig=${'0'.repeat(64)}`],
  ])('refuses %s, and nothing behind the edge hears of it', async (_what, spoil) => {
    const path = spoil(await newAddress());
    const behind = world.behindTheEdge();
    const answer = await ask(path);
    expect(answer.status).toBe(403);
    expect(answer.body.equals(defaultPicture)).toBe(false);
    expect(world.behindTheEdge()).toBe(behind);
  });

  it.each(['POST', 'PUT', 'DELETE'])('refuses %s', async (method) => {
    const behind = world.behindTheEdge();
    expect((await ask(await newAddress(), 'frankfurt', { method })).status).toBe(403);
    expect(world.behindTheEdge()).toBe(behind);
  });

  it('shows the default picture for what is no card', async () => {
    for (const path of ['/', '/robots.txt', '/wp-admin?x=1']) {
      expect(await ask(path)).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
    }
    expect((await ask('/')).body.equals(defaultPicture)).toBe(true);
  });

  it('shows the default picture while nothing can be drawn, for a minute, and then the card', async () => {
    const path = await newAddress();
    world.lambda.breakDown();
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.body.equals(defaultPicture)).toBe(true);
    world.lambda.recover();
    const behind = world.behindTheEdge();
    world.cdn.advance(50);
    expect((await ask(path)).body.equals(defaultPicture)).toBe(true);
    expect(world.behindTheEdge()).toBe(behind);
    world.cdn.advance(11);
    const later = await ask(path);
    expect(later.status).toBe(200);
    expect(later.body.equals(defaultPicture)).toBe(false);
  });

  it('shows old URLs after the secret was changed, and refuses them when the old one is taken out', async () => {
    const old = await newAddress();
    const tomorrow = signerWith(newSecret);
    const fresh = await newAddress(tomorrow);
    world.keyValues.set('secrets', `${newSecret},${secret}`);
    expect((await ask(old)).status).toBe(200);
    expect((await ask(fresh)).status).toBe(200);
    world.keyValues.set('secrets', newSecret);
    expect((await ask(old)).status).toBe(403);
    expect((await ask(fresh)).status).toBe(200);
    world.keyValues.set('secrets', secret);
    await tomorrow.close();
  });

  it('finds a card in the bucket whose name is longer than a key', async () => {
    const line = (_: unknown, at: number) => createHash('sha256').update(`${at}`).digest('base64'); // packs badly
    const code = Array.from({ length: 20 }, line).join('\n');
    const path = await addressOf({ template: 'code', props: { code } });
    expect(path.length).toBeGreaterThan(900);
    const renders = world.renders();
    const first = await ask(path);
    expect(first.status).toBe(200);
    world.cdn.invalidate();
    const { invocations } = world.lambda.counts;
    const second = await ask(path);
    expect(second.body.equals(first.body)).toBe(true);
    expect([world.renders() - renders, world.lambda.counts.invocations]).toEqual([1, invocations]);
  });

  it('answers HEAD with what it would send', async () => {
    const path = await newAddress();
    const head = await ask(path, 'frankfurt', { method: 'HEAD' });
    const got = await ask(path);
    expect(head).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
    expect(got.headers['content-type']).toBe('image/jpeg');
  });

  it('draws a card while the bucket does not answer, and the bucket has none of it', async () => {
    const path = await newAddress();
    for (const trouble of [{ status: 503, code: 'SlowDown' }, 'dead'] as const) {
      world.s3.breakDown(trouble);
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(await sharp(answer.body).metadata()).toMatchObject({ width: 1200, height: 630 });
      world.cdn.invalidate();
    }
    world.s3.recover();
    expect(world.pictures()).not.toContain(keyOf(path));
  });

  it('never redirects', () => {
    const behind = world.lambda.answers.map(({ status }) => status);
    const all = [...statuses, ...behind, ...world.s3.requests.map(({ status }) => status)];
    expect(all.filter((status) => status >= 300 && status < 400)).toEqual([]);
  });
});
