import { PassThrough, Writable } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { BrowserPipe } from '../../../src/camera/chromium/pipe.ts';

function openPipe(maxBytes?: number, toBrowser: Writable = new PassThrough()) {
  const fromBrowser = new PassThrough();
  const pipe = new BrowserPipe(toBrowser, fromBrowser, maxBytes);
  const heard: string[] = [];
  let ends = 0;
  pipe.onmessage = (message) => heard.push(message);
  pipe.onclose = () => (ends += 1);
  return {
    pipe,
    heard,
    toBrowser,
    fromBrowser,
    get ends() {
      return ends;
    },
  };
}

const said = '{"id":1}\0{"größe":"日本🚆"}\0{"id":3}\0';
const messages = said.split('\0').slice(0, -1);

describe('a pipe to a browser', () => {
  it('hears the same messages wherever the bytes are cut', async () => {
    const bytes = Buffer.from(said);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const { fromBrowser, heard } = openPipe();
      fromBrowser.write(bytes.subarray(0, cut));
      await nextTurn();
      fromBrowser.write(bytes.subarray(cut));
      await expect.poll(() => heard, { interval: 1 }).toEqual(messages);
    }
  });

  it('hears them byte by byte as well', async () => {
    const { fromBrowser, heard } = openPipe();
    for (const byte of Buffer.from(said)) fromBrowser.write(Buffer.of(byte));
    await expect.poll(() => heard).toEqual(messages);
  });

  it('hears a message of a thousand parts whole', async () => {
    const { fromBrowser, heard } = openPipe();
    for (let part = 0; part < 1_000; part++) fromBrowser.write(String(part % 10).repeat(60_000));
    fromBrowser.write('\0');
    await expect.poll(() => heard.length).toBe(1);
    expect(heard[0]).toHaveLength(60_000_000);
    expect(heard[0]!.slice(59_999, 60_001)).toBe('01');
  });

  it('lets an answer be acted upon before it passes on what came with it', async () => {
    const { pipe, fromBrowser } = openPipe();
    const order: string[] = [];
    const act = async (message: string) => {
      order.push(message);
      for (let hops = 0; hops < 10; hops++) await Promise.resolve();
      order.push(`${message} is done`);
    };
    pipe.onmessage = (message) => void act(message);
    fromBrowser.write('1\0' + '2\0');
    fromBrowser.write('3\0');
    await expect.poll(() => order.length).toBe(6);
    expect(order).toEqual(['1', '1 is done', '2', '2 is done', '3', '3 is done']);
  });

  it('sends each message with its end', async () => {
    const { pipe, toBrowser } = openPipe();
    for (const message of messages) pipe.send(message);
    await nextTurn();
    expect(String((toBrowser as PassThrough).read())).toBe(said);
  });
});

describe('a pipe is closed once and for all', () => {
  it.each<[string, (opened: ReturnType<typeof openPipe>) => void]>([
    ['by the end of the browser', ({ fromBrowser }) => fromBrowser.end()],
    ['by an error of what it reads', ({ fromBrowser }) => fromBrowser.destroy(new Error('EIO'))],
    ['by an error of what it writes', ({ toBrowser }) => toBrowser.destroy(new Error('EPIPE'))],
    ['by ourselves, twice', ({ pipe }) => [pipe.close(), pipe.close()]],
    ['by a message without an end', ({ fromBrowser }) => fromBrowser.write('x'.repeat(1_001))],
  ])('%s', async (_name, close) => {
    const opened = openPipe(1_000);
    close(opened);
    await expect.poll(() => opened.ends).toBe(1);
    opened.pipe.send('nobody hears this');
    await pause(10);
    expect(opened.ends).toBe(1);
    expect([opened.toBrowser.destroyed, opened.fromBrowser.destroyed]).toEqual([true, true]);
    expect(opened.heard).toEqual([]);
  });

  it('by a browser that reads nothing, before it fills our memory', () => {
    const deaf = new Writable({ write() {} });
    const opened = openPipe(1_000, deaf);
    for (let count = 0; count < 100; count++) opened.pipe.send('x'.repeat(100));
    expect(opened.ends).toBe(1);
  });
});

describe('a session beside the driver’s', () => {
  /** What the browser was asked last. */
  const lastAsked = (toBrowser: Writable) => {
    const sent = (toBrowser as PassThrough).read() as Buffer;
    return JSON.parse(sent.toString().replace(/\0$/, '')) as { id: number; method: string };
  };
  const ask = (send: ReturnType<BrowserPipe['session']>) =>
    send('Runtime.evaluate', { expression: '1' }).catch((error: Error) => error.message);

  it('has its answers for itself, in whatever order they come, and the driver the rest', async () => {
    const { pipe, heard, toBrowser, fromBrowser } = openPipe();
    const send = pipe.session('S');
    const first = ask(send);
    const one = lastAsked(toBrowser);
    const second = ask(send);
    const other = lastAsked(toBrowser);
    expect(one).toEqual({
      id: one.id,
      method: 'Runtime.evaluate',
      params: { expression: '1' },
      sessionId: 'S',
    });
    fromBrowser.write(`{"id":${other.id},"error":{"code":1,"message":"no"},"sessionId":"S"}\0`);
    fromBrowser.write(`{"method":"an event"}\0{"id":7,"result":{}}\0`);
    fromBrowser.write(`{"id":${one.id},"result":{"answer":42},"sessionId":"S"}\0`);
    expect(await second).toBe('Runtime.evaluate: no');
    expect(await first).toEqual({ answer: 42 });
    expect(heard).toEqual(['{"method":"an event"}', '{"id":7,"result":{}}']);
  });

  it('fails what is not answered when the browser goes, and what is asked after it', async () => {
    const { pipe, fromBrowser } = openPipe();
    const send = pipe.session('S');
    const asked = ask(send);
    fromBrowser.end();
    expect(await asked).toBe('The browser went away.');
    expect(await ask(send)).toBe('The browser went away.');
  });
});
