import { describe, expect, it, onTestFinished } from 'vitest';
import { serveOnLoopback } from '../loopback.ts';
import { type Cdn, startCdn } from './cdn.ts';
import type { Behavior, Distribution, Origin } from './distribution.ts';
import { deployEdgeFunction } from './edge-runtime.ts';

const nothing = { queries: [], headers: [] };
const s3: Origin = { id: 'bucket', kind: 's3', path: '', hasShield: true, isSigned: false };
const lambda: Origin = { ...s3, id: 'renderer', kind: 'lambda' };

function distributionOf(behavior: Partial<Behavior>, errorPages: Distribution['errorPages'] = new Map()) {
  const whole: Behavior = {
    pathPattern: '*',
    origins: [s3, lambda],
    failoverStatuses: [404, 503],
    methods: ['GET', 'HEAD'],
    cache: { minTtlSeconds: 0, defaultTtlSeconds: 60, maxTtlSeconds: 1_000, ...nothing },
    forwarded: nothing,
    edgeFunction: undefined,
    responseHeaders: {},
    ...behavior,
  };
  return { behaviors: [whole], errorPages };
}

/** An origin that says of itself what a test wants to hear. */
async function startOrigin(answer: { status: number; cacheControl?: string; text?: string }) {
  const asked: string[] = [];
  const server = await serveOnLoopback((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(answer.status, {
      ...(answer.cacheControl && { 'cache-control': answer.cacheControl }),
    });
    response.end(answer.text ?? 'a picture');
  });
  onTestFinished(() => server.close());
  const credentials = { accessKeyId: 'CDN', secretAccessKey: 'of the CDN' };
  return {
    answer,
    asked,
    server: { port: server.port, host: 'origin.example', credentials, region: 'us-east-1' },
  };
}

async function start(behavior: Partial<Behavior> = {}, errorPages?: Distribution['errorPages']) {
  const bucket = await startOrigin({ status: 200, cacheControl: 'max-age=600' });
  const renderer = await startOrigin({ status: 200, cacheControl: 'max-age=600' });
  const cdn = await startCdn({
    distribution: distributionOf(behavior, errorPages),
    origins: { s3: bucket.server, lambda: renderer.server },
    keyValues: new Map(),
    regions: ['here', 'there'],
  });
  onTestFinished(() => cdn.close());
  return { bucket, renderer, cdn, ask: (path: string, region = 'here') => ask(cdn, path, region) };
}

async function ask(cdn: Cdn, path: string, region: string) {
  const response = await fetch(cdn.regions[region]! + path);
  return `${response.status} ${await response.text()} ${response.headers.get('x-cache')}`;
}

const [miss, hit] = ['200 a picture Miss from cloudfront', '200 a picture Hit from cloudfront'];

describe('the stand-in for CloudFront', () => {
  it.each([
    ['max-age=600', 600],
    ['max-age=600, s-maxage=30', 30],
    ['max-age=99999', 1_000],
    [undefined, 60],
  ])('keeps what says %s for %d seconds', async (cacheControl, seconds) => {
    const { bucket, cdn, ask } = await start();
    Object.assign(bucket.answer, { cacheControl });
    expect(await ask('/a')).toBe(miss);
    cdn.advance(seconds - 5);
    expect(await ask('/a')).toBe(hit);
    cdn.advance(10);
    expect(await ask('/a')).toBe(miss);
  });

  it.each(['no-store', 'private', 'no-cache, max-age=600'])(
    'keeps nothing that says %s',
    async (cacheControl) => {
      const { bucket, ask } = await start();
      Object.assign(bucket.answer, { cacheControl });
      await ask('/a');
      expect(await ask('/a')).toBe(miss);
      expect(bucket.asked).toHaveLength(2);
    },
  );

  it('knows a picture by its path alone, unless the policy says more', async () => {
    const plain = await start();
    for (const path of ['/a', '/a?sig=1', '/a?sig=2']) await plain.ask(path);
    expect(plain.bucket.asked).toEqual(['GET /a']);
    const keyed = await start({
      cache: { minTtlSeconds: 0, defaultTtlSeconds: 60, maxTtlSeconds: 60, queries: ['sig'], headers: [] },
    });
    for (const path of ['/a?sig=1', '/a?sig=2', '/a?sig=2&x=1']) await keyed.ask(path);
    expect(keyed.bucket.asked).toEqual(['GET /a?sig=1', 'GET /a?sig=2']);
  });

  it('asks once for all who ask at the same time, in all regions', async () => {
    const { bucket, cdn, ask } = await start();
    await Promise.all(Array.from({ length: 50 }, (_, index) => ask('/a', index % 2 ? 'here' : 'there')));
    expect(bucket.asked).toEqual(['GET /a']);
    expect(cdn.counts).toMatchObject({ requests: 50, s3: 1, lambda: 0 });
  });

  it('asks the next origin after the statuses that are listed, or where one cannot be reached, and after no others', async () => {
    const { bucket, renderer, ask } = await start({
      origins: [s3, lambda].map((origin) => ({ ...origin, hasShield: false })),
    });
    for (const [status, expected] of [
      [404, 200],
      [503, 200],
      [403, 403],
      [307, 307],
    ] as const) {
      bucket.answer.status = status;
      expect(await ask(`/${status}`)).toMatch(new RegExp(`^${expected} `));
    }
    expect(renderer.asked).toEqual(['GET /404', 'GET /503']);
  });

  it('keeps an error as long as the distribution says, or as the error itself does', async () => {
    const { bucket, cdn, ask } = await start(
      { origins: [s3], failoverStatuses: [] },
      new Map([[503, { ttlSeconds: 5 }]]),
    );
    Object.assign(bucket.answer, { status: 503, cacheControl: undefined });
    await ask('/a');
    cdn.advance(4);
    await ask('/a');
    expect(bucket.asked).toHaveLength(1);
    Object.assign(bucket.answer, { cacheControl: 'max-age=30' });
    cdn.advance(2);
    await ask('/a');
    cdn.advance(29);
    await ask('/a');
    expect(bucket.asked).toHaveLength(2);
  });

  it('shows what it had while no origin is well', async () => {
    const { bucket, renderer, cdn, ask } = await start();
    await ask('/a');
    bucket.answer.status = renderer.answer.status = 503;
    cdn.advance(601);
    expect(await ask('/a')).toBe(miss);
  });
});

describe('the runtime of its functions', () => {
  const event = { request: { uri: '/', querystring: {}, headers: {} } } as never;
  const run = (body: string) =>
    deployEdgeFunction(`function handler(event) { ${body} }`, new Map(), 500).run(event, undefined, 1_000);

  it.each([
    ['for of', 'for (const a of []) a;'],
    ['destructuring', 'const { request } = event;'],
    ['spread', 'return [...event];'],
    ['?.', 'return event?.request;'],
    ['class', 'class A {}'],
  ])('does not read %s', (what, body) => {
    expect(() => run(body)).toThrow(what);
  });

  it.each(['fetch', 'setTimeout', 'process', 'URL', 'Map', 'Intl', '[].flatMap', 'eval'])(
    'has no %s',
    async (name) => {
      expect(await run(`return { kind: typeof ${name} };`)).toEqual({ kind: 'undefined' });
    },
  );

  it('takes 10 KB, and no loop without end', async () => {
    expect(() => run(`/*${'x'.repeat(10_240)}*/`)).toThrow('bytes');
    await expect(run('while (true) {}')).rejects.toThrow('timed out');
  });

  it('stops the clock', async () => {
    expect(await run('return { now: Date.now(), then: new Date().getTime() };')).toEqual({
      now: 1_000,
      then: 1_000,
    });
  });
});
