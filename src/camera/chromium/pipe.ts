import type { Readable, Writable } from 'node:stream';
import type { CDPSession, ConnectionTransport } from 'puppeteer-core';

/** The largest picture of a card comes to some 20 MB; a browser that says more than this is out of order. */
const usualMaxBytes = 256 * 2 ** 20;

/** Asks something of one session. */
export type Send = CDPSession['send'];

interface Asked {
  readonly method: string;
  readonly resolve: (result: object) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly id: number;
  readonly result?: object;
  readonly error?: { readonly message: string };
}

/** Where ids of our own begin. puppeteer counts from 1, and does not look at answers it did not ask for. */
const firstId = 2 ** 30;
const ownAnswer = /^\{"id":1\d{9},/;

/**
 * The way to a browser and back: texts with a NUL behind each, over two pipes that no
 * other process can reach. A port would be open to every process of the machine.
 */
export class BrowserPipe implements ConnectionTransport {
  onmessage?: (message: string) => void;
  onclose?: () => void;
  readonly #toBrowser: Writable;
  readonly #fromBrowser: Readable;
  readonly #maxBytes: number;
  /** Of the message that is still on its way; joined once, when it is whole. */
  #parts: Buffer[] = [];
  #partsBytes = 0;
  readonly #waiting: string[] = [];
  readonly #asked = new Map<number, Asked>();
  #lastId = firstId;
  #isDelivering = false;
  #isClosed = false;

  /** @param maxBytes Of one message, and of all that a browser has not read yet. */
  constructor(toBrowser: Writable, fromBrowser: Readable, maxBytes = usualMaxBytes) {
    this.#toBrowser = toBrowser;
    this.#fromBrowser = fromBrowser;
    this.#maxBytes = maxBytes;
    const close = () => this.close();
    toBrowser.on('error', close);
    fromBrowser.on('data', this.#read).on('error', close).once('close', close);
  }

  /** What is sent after the end is lost, as it would be a moment before it. */
  send(message: string): void {
    if (this.#isClosed) return;
    if (this.#toBrowser.writableLength > this.#maxBytes) this.close();
    else this.#toBrowser.write(`${message}\0`);
  }

  /**
   * A way to one session beside puppeteer's, which makes an error of each command in case it
   * fails. For what every card asks; nobody but the deadline of a card ends an endless one.
   */
  session(sessionId: string): Send {
    const send = (method: string, params: object = {}) =>
      new Promise<object>((resolve, reject) => {
        if (this.#isClosed) return reject(new Error('The browser went away.'));
        const id = ++this.#lastId;
        this.#asked.set(id, { method, resolve, reject });
        this.send(JSON.stringify({ id, method, params, sessionId }));
      });
    return send;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#parts = [];
    this.#waiting.length = 0;
    this.#toBrowser.destroy();
    this.#fromBrowser.destroy();
    for (const { reject } of this.#asked.values()) reject(new Error('The browser went away.'));
    this.#asked.clear();
    this.onclose?.();
  }

  readonly #read = (bytes: Buffer): void => {
    let start = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
      this.#keep(bytes.subarray(start, end));
      this.#deliver(this.#join());
      start = end + 1;
    }
    if (start < bytes.length) this.#keep(bytes.subarray(start));
  };

  #keep(part: Buffer): void {
    this.#parts.push(part);
    this.#partsBytes += part.length;
    if (this.#partsBytes > this.#maxBytes) this.close();
  }

  #join(): string {
    const message = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#partsBytes = 0;
    return message.toString();
  }

  /**
   * The first at once, and each that came with it in a turn of its own: whoever gets an
   * answer may listen for an event only then, and the event must not be gone by.
   */
  #deliver(message: string): void {
    if (this.#isClosed) return;
    if (this.#isDelivering) {
      this.#waiting.push(message);
      return;
    }
    this.#isDelivering = true;
    setImmediate(this.#deliverNext);
    this.#hear(message);
  }

  readonly #deliverNext = (): void => {
    const message = this.#waiting.shift();
    this.#isDelivering = message !== undefined;
    if (message === undefined) return;
    setImmediate(this.#deliverNext);
    this.#hear(message);
  };

  #hear(message: string): void {
    if (ownAnswer.test(message)) this.#answer(message);
    else this.onmessage?.(message);
  }

  #answer(message: string): void {
    const { id, result, error } = JSON.parse(message) as Answer;
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (error) asked?.reject(new Error(`${asked.method}: ${error.message}`));
    else asked?.resolve(result ?? {});
  }
}
