import { stripVTControlCharacters } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../../../src/config.ts';
import type { Camera } from '../../../src/camera/camera.ts';
import { QueueFullError, RenderTimeoutError } from '../../../src/errors.ts';
import { createApp } from '../../../src/serve/express/app.ts';
import { observed } from '../../../src/serve/http/observe.ts';
import { requestEnded, type RequestRecord } from '../../../src/serve/http/request-record.ts';
import { openLog } from '../../../src/serve/operate/log.ts';
import { type Operable, operate } from '../../../src/serve/operate/operate.ts';
import { report, warn } from '../../../src/system/report.ts';
import { createResponder } from '../../support/services.ts';
import { answerCard } from '../../../src/serve/http/answer-card.ts';

const path = '/.netlify/functions/gen-opengraph-image';

interface Options {
  readonly take?: Camera['take'];
  readonly probes?: Operable['probes'];
  readonly settings?: Partial<Operable['config']>;
}

/** A server with a camera that takes no pictures, and everything else. */
async function serve({ take, probes = {}, settings = {} }: Options = {}) {
  // Where cards are worked on, nothing stands in for one.
  const responder = createResponder(take ? { take, config: { production: true, allowUnsigned: true } } : {});
  const operation = await operate({
    config: {
      adminPort: undefined,
      holdMs: 10_000,
      logLevel: 'info',
      production: false,
      ...settings,
    },
    probes,
    load: () => Promise.resolve({ waiting: 3, busy: 2, maxWaiting: 9, pids: [process.pid] }),
  });
  const card = observed('card', (request) => answerCard(request, responder.services));
  const server = createServer(
    createApp(
      { answers: { card, redirect: card }, config: readConfig({}) },
      undefined,
      operation.besideCards,
    ),
  ).listen(0);
  await once(server, 'listening');
  onTestFinished(() => {
    operation.close();
    server.close().closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return (target: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${target}`, init);
}

function record(): RequestRecord[] {
  const records: RequestRecord[] = [];
  onTestFinished(requestEnded.subscribe((each) => void records.push(each)));
  return records;
}

it('a server that lives says so, and is not kept', async () => {
  const ask = await serve();
  const response = await ask('/health');
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

it('a server is ready when every probe succeeds, and else says which does not', async () => {
  const works = () => Promise.resolve();
  const says = () => Promise.resolve('disk');
  const good = await serve({ probes: { card: works, store: says } });
  expect(await (await good('/ready')).json()).toMatchObject({
    ready: true,
    checks: { card: { ok: true }, store: { ok: true, detail: 'disk' } },
  });
  const bad = await serve({ probes: { card: works, queue: () => Promise.reject(new QueueFullError()) } });
  const response = await bad('/ready');
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    ready: false,
    checks: {
      card: { ok: true },
      queue: { ok: false, problem: 'Too many cards are waiting. Try again shortly.' },
    },
  });
});

it('a server whose store fails stays in the line, and says that it is degraded', async () => {
  const works = () => Promise.resolve();
  const fails = (message: string) => () => Promise.reject(new Error(message));
  const ask = await serve({ probes: { card: works, store: fails('ECONNREFUSED') } });
  const response = await ask('/ready');
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { ready: true, degraded: true, checks: { store: { ok: false, problem: 'ECONNREFUSED' } } },
  ]);
  const lost = await serve({ probes: { card: fails('no browser'), store: fails('ECONNREFUSED') } });
  expect(await (await lost('/ready')).json()).toMatchObject({ ready: false, degraded: false });
});

it('probes are tried once for all who ask at the same time', async () => {
  let tried = 0;
  const ask = await serve({
    probes: {
      card: () => {
        tried += 1;
        return Promise.resolve();
      },
    },
  });
  await Promise.all(Array.from({ length: 20 }, () => ask('/ready')));
  expect(tried).toBe(1);
});

it('metrics count requests, renders, hits and phases, with labels of ours alone', async () => {
  const ask = await serve();
  await ask(`${path}?template=plain&title=Owls`);
  await ask(`${path}?template=plain&title=Owls`);
  await ask(`${path}?template=made-up-by-a-stranger&title=Owls`, { headers: { accept: 'application/json' } });
  await ask(`/nowhere/${'x'.repeat(99)}`);
  const text = await (await ask('/metrics')).text();
  for (const line of [
    'cardstock_requests_total{route="card",status="200"} 2',
    'cardstock_requests_total{route="card",status="404"} 1',
    'cardstock_renders_total{template="plain",outcome="ok"} 1',
    'cardstock_cache_lookups_total{layer="rendered"} 1',
    'cardstock_cache_lookups_total{layer="memory"} 1',
    'cardstock_phase_duration_seconds_count{phase="html"} 1',
    'cardstock_queue_waiting 3',
    'cardstock_queue_busy 2',
    'cardstock_browsers 1',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(Number(/^cardstock_browser_memory_bytes (\d+)/m.exec(text)?.[1])).toBeGreaterThan(10_000_000);
  expect(text).not.toMatch(/made-up|nowhere|Owls/);
});

it('a stand-in is counted by the error behind it', async () => {
  const ask = await serve({ take: () => Promise.reject(new RenderTimeoutError(100)) });
  const response = await ask(`${path}?template=plain&title=Owls`, { headers: { accept: 'image/*' } });
  expect(response.headers.get('content-type')).toMatch(/^image/);
  const text = await (await ask('/metrics')).text();
  expect(text).toContain('cardstock_fallbacks_total{reason="render_timeout"} 1');
  expect(text).toContain('cardstock_renders_total{template="plain",outcome="render_timeout"} 1');
});

it('strangers see no metrics in production', async () => {
  const ask = await serve({ settings: { production: true } });
  expect((await ask('/metrics')).status).toBe(404);
  expect((await ask('/health')).status).toBe(200);
});

it('an error names its request, as the proxy in front called it or with a name of ours', async () => {
  const ask = await serve();
  const records = record();
  const named = await ask(`${path}?template=none`, {
    headers: { 'x-request-id': 'proxy-42', accept: 'text/plain' },
  });
  expect(named.headers.get('x-request-id')).toBe('proxy-42');
  const forged = await ask(`${path}?template=none`, {
    headers: { 'x-request-id': 'a b"}', accept: 'text/plain' },
  });
  expect(forged.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  expect(records.map(({ id }) => id)).toEqual(['proxy-42', forged.headers.get('x-request-id')]);
});

it('the log has a line for each request, without its address', async () => {
  const lines: string[] = [];
  const log = openLog({ level: 'info', isPretty: false, write: (line) => void lines.push(line) });
  onTestFinished(() => log.close());
  const ask = await serve();
  await ask(`${path}?template=plain&title=Secret+words`);
  const [line] = lines.map((each) => JSON.parse(each) as Record<string, unknown>);
  expect(line).toMatchObject({
    level: 30,
    msg: 'request',
    route: 'card',
    method: 'GET',
    status: 200,
    template: 'plain',
    variant: 'og',
    format: 'jpeg',
    cache: 'rendered',
    bytes: 9,
    phases: { html: expect.any(Number) as number },
  });
  expect(lines.join('')).not.toContain('Secret');
});

it('a line for a person says the same in a few words', async () => {
  const lines: string[] = [];
  const log = openLog({ level: 'info', isPretty: true, write: (line) => void lines.push(line) });
  onTestFinished(() => log.close());
  const ask = await serve();
  await ask(`${path}?template=plain&title=Owls`);
  await ask(`${path}?template=none`, { headers: { accept: 'text/plain' } });
  const plain = lines.map((line) => line.replaceAll(/\u001b\[\d+m/g, '').trimEnd());
  expect(plain[0]).toMatch(/^\d\d:\d\d:\d\d 200 GET plain og jpeg · rendered · [\d.]+ ms · 0\.0 kB$/);
  expect(plain[1]).toMatch(/^\d\d:\d\d:\d\d 404 GET card · unknown_template · [\d.]+ ms · 0\.\d kB$/);
});

it('whatever is no request is a line of the same log, with its causes', () => {
  const trouble = new Error('outer', { cause: new Error('inner\nforged') });
  const linesOf = (isPretty: boolean) => {
    const lines: string[] = [];
    const log = openLog({ level: 'info', isPretty, write: (line) => void lines.push(line) });
    report('a card failed:', trouble);
    warn('a picture\nis missing');
    log.close();
    return lines;
  };
  expect(linesOf(false).map((line) => JSON.parse(line) as unknown)).toMatchObject([
    {
      level: 50,
      msg: 'a card failed:',
      err: { type: 'Error', message: 'outer', stack: expect.stringContaining('inner forged') as string },
    },
    { level: 40, msg: 'a picture is missing' },
  ]);
  const [first, second] = linesOf(true).map((line) => stripVTControlCharacters(line));
  expect(first).toMatch(/^[\d:]{8} error a card failed:\n {2}Error: outer\n {2}Error: inner forged\n\s+at /);
  expect(second).toMatch(/^[\d:]{8} warning a picture is missing\n$/);
});
