import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CachedCard } from '../../../src/serve/cache/image-cache.ts';
import { QueueFullError } from '../../../src/errors.ts';
import { cacheStatus, fallbackStatus } from '../../../src/serve/http/cache-status.ts';
import { isStandIn } from '../../../src/site/doctor/image-report.ts';
import type { WarmOptions, WarmSummary } from '../../../src/site/warm/warm.ts';
import type { WarmProgress } from '../../../src/site/warm/warm-report.ts';
import { card, picture } from '../doctor/support/images.ts';
import { type Answer, pour, type Respond, type TestServer } from '../doctor/support/server.ts';
import { makeFolder } from '../doctor/support/site.ts';
import { image, pagesWithCards, reasons, serve, sitemap, warmQuickly } from './support/sites.ts';

/** Warms one image that is answered so. */
async function warmOne(
  answer: Answer | Respond,
  options: WarmOptions = {},
): Promise<{ server: TestServer; summary: WarmSummary }> {
  const server = await serve(() => ({ '/card.jpg': answer }));
  const list = join(makeFolder({ 'list.txt': `${server.origin}/card.jpg` }), 'list.txt');
  return { server, summary: await warmQuickly(list, options) };
}

/** Each of these in turn, and the image when there are none left. */
function first(...answers: (Answer | Respond)[]): Respond {
  return (request, response) => {
    const answer = answers.shift() ?? image;
    if (typeof answer === 'function') return answer(request, response);
    const { status = 200, type, headers, body } = answer;
    response.writeHead(status, { ...headers, ...(type && { 'content-type': type }) }).end(body);
  };
}

const truncated: Respond = (_request, response) => {
  response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': card.length });
  response.write(card.subarray(0, 1000), () => response.destroy());
};
const standIn: Answer = {
  ...image,
  headers: { 'cache-status': 'cardstock; fwd=miss; fwd-status=503; detail=queue_full' },
};

it.each([
  ['an answer of 503', { status: 503 }],
  ['an answer of 500', { status: 500 }],
  ['an answer of 429', { status: 429 }],
  ['an answer of 408', { status: 408 }],
  ['an answer that breaks off', truncated],
  ['a connection that is reset', ((request) => request.socket.resetAndDestroy()) satisfies Respond],
  ['an answer that never comes', (() => {}) satisfies Respond],
  ['a picture in place of the card', standIn],
] as [string, Answer | Respond][])('asks again after %s', async (_name, answer) => {
  const { server, summary } = await warmOne(first(answer, answer), { timeoutMs: 800 });
  expect(summary).toMatchObject({ warmed: 1, failed: 0 });
  expect(server.paths).toHaveLength(3);
});

it.each([
  ['it was answered with 404', { status: 404 }],
  ['it was answered with 403', { status: 403 }],
  ['it was answered with 410', { status: 410 }],
  ['it was answered with 204', { status: 204 }],
  ['it is empty', { type: 'image/jpeg' }],
  ['it comes as text/plain', { type: 'text/plain', body: card }],
  ['it comes as nothing that it would name', { body: card }],
  ['it is no picture that could be decoded, or breaks off', { type: 'image/jpeg', body: 'no picture' }],
  ['it is no picture that could be decoded, or breaks off', { ...image, body: card.subarray(0, 2000) }],
  ['it has more than 5000000 bytes', { ...image, body: Buffer.concat([card, Buffer.alloc(5_000_000)]) }],
  ['it redirects more than 5 times', { status: 302, headers: { location: '/card.jpg' } }],
] as [string, Answer][])('takes "%s" for an answer, once', async (reason, answer) => {
  const { server, summary } = await warmOne(answer);
  expect(reasons(summary)).toEqual([reason]);
  expect(server.paths).toHaveLength(reason.includes('redirects') ? 6 : 1);
});

it('does not read an image without end', async () => {
  const { summary } = await warmOne(
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' });
      pour(response, Buffer.alloc(100_000));
    },
    { maxBytes: 1_000_000 },
  );
  expect(reasons(summary)).toEqual(['it has more than 1000000 bytes']);
});

it('gives up after the last retry', async () => {
  const { server, summary } = await warmOne({ status: 503 }, { retries: 2 });
  expect(reasons(summary)).toEqual(['it was answered with 503']);
  expect(server.paths).toHaveLength(3);
});

it.each([
  ['seconds', () => '1'],
  ['a date', () => new Date(Date.now() + 2000).toUTCString()],
])('comes back when it is asked to, in %s', async (_name, retryAfter) => {
  const asked: number[] = [];
  const answer: Respond = (request, response) => {
    asked.push(Date.now());
    first(...(asked.length === 1 ? [{ status: 503, headers: { 'retry-after': retryAfter() } }] : []))(
      request,
      response,
    );
  };
  const { summary } = await warmOne(answer);
  expect(summary).toMatchObject({ warmed: 1 });
  expect(asked).toHaveLength(2);
  expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(990);
});

it('does not wait for who asks for an hour', async () => {
  const { server, summary } = await warmOne({ status: 429, headers: { 'retry-after': '3600' } });
  expect(reasons(summary)).toEqual(['it was answered with 429']);
  expect(server.paths).toHaveLength(1);
});

it('follows an image to where it is', async () => {
  const server = await serve(() => ({
    '/a.jpg': { status: 302, headers: { location: '/b.jpg' } },
    '/b.jpg': image,
  }));
  expect(await warmQuickly(`${server.origin}/a.jpg`)).toMatchObject({ warmed: 1, failed: 0 });
});

it('asks for no more at a time than it may', async () => {
  let open = 0;
  let most = 0;
  const slowly: Respond = (_request, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(card);
    }, 20);
  };
  const names = Array.from({ length: 40 }, (_, index) => `/${index}.jpg`);
  const server = await serve((origin) => ({
    '/sitemap.xml': { body: sitemap(...names.map((name) => origin + name)) },
    ...Object.fromEntries(names.map((name) => [name, slowly])),
  }));
  for (const concurrency of [undefined, 7]) {
    most = 0;
    await warmQuickly(`${server.origin}/sitemap.xml`, concurrency ? { concurrency } : {});
    expect(most).toBe(concurrency ?? 4);
  }
});

it('tells how far it is, and of each image what came of it', async () => {
  const server = await serve((origin) => ({
    ...pagesWithCards(origin, 2),
    '/og/1.jpg': first({ status: 503 }, { status: 404 }),
    '/list': { body: `${origin}/0/\n${origin}/1/` },
  }));
  const told: WarmProgress[] = [];
  await warmQuickly(`${server.origin}/list`, {
    onProgress: (progress) => void told.push(progress),
    concurrency: 1,
  });
  expect(
    told.map(({ event, address, reason, warmed, failed, pages }) => [
      event,
      address,
      reason,
      pages,
      warmed,
      failed,
    ]),
  ).toEqual([
    ['page', undefined, undefined, 1, 0, 0],
    ['warmed', `${server.origin}/og/0.jpg`, undefined, 1, 1, 0],
    ['page', undefined, undefined, 2, 1, 0],
    ['retried', `${server.origin}/og/1.jpg`, 'it was answered with 503', 2, 1, 0],
    ['failed', `${server.origin}/og/1.jpg`, 'it was answered with 404', 2, 1, 1],
  ]);
});

it('writes what did not go well to a log, and adds to it the next time', async () => {
  const logFile = join(makeFolder(), 'logs', 'warm.log.jsonl');
  const answer = { status: 404, headers: { a: 'b' } };
  const { server } = await warmOne(first({ status: 503 }, answer), { logFile });
  const headers = { 'cardstock-missing-glyphs': 'U+1F9FF' };
  const { summary } = await warmOne({ ...image, headers }, { logFile });
  expect(summary).toMatchObject({ warmed: 1, notes: [{ reason: 'no font can draw U+1F9FF' }] });
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(logged.map(({ level, reason }) => [level, reason])).toEqual([
    ['retry', 'it was answered with 503'],
    ['error', 'it was answered with 404'],
    ['warning', 'no font can draw U+1F9FF'],
  ]);
  expect(logged[0]).toMatchObject({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    address: `${server.origin}/card.jpg`,
    from: expect.stringMatching(/list\.txt$/) as string,
    delayMs: expect.any(Number) as number,
  });
});

it('knows a picture in place of a card by what our own server says of it', () => {
  const ours = fallbackStatus(new QueueFullError());
  expect(isStandIn({ 'cache-status': ours })).toBe(true);
  expect(isStandIn({ 'cache-status': `"Netlify Edge"; fwd=miss, ${ours}` })).toBe(true);
  const made = cacheStatus({ origin: 'rendered', isStored: true } as CachedCard);
  expect(isStandIn({ 'cache-status': `other; fwd-status=503, ${made}` })).toBe(false);
  expect(isStandIn({})).toBe(false);
});

it('takes PNG, WebP and GIF too', async () => {
  for (const type of ['png', 'webp', 'gif'] as const) {
    const body = await picture(1200, 630)[type]().toBuffer();
    expect((await warmOne({ type: `image/${type}`, body })).summary).toMatchObject({ warmed: 1, failed: 0 });
  }
});
