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
