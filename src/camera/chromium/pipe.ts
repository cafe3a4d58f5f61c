import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

/** The largest picture of a card comes to some 20 MB; a browser that says more than this is out of order. */
const usualMaxBytes = 256 * 2 ** 20;

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

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#parts = [];
    this.#waiting.length = 0;
    this.#toBrowser.destroy();
    this.#fromBrowser.destroy();
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
    this.onmessage?.(message);
  }

  readonly #deliverNext = (): void => {
    const message = this.#waiting.shift();
    this.#isDelivering = message !== undefined;
    if (message === undefined) return;
    setImmediate(this.#deliverNext);
    this.onmessage?.(message);
  };
}
