import { TooManyUploadsError } from '../../errors.ts';

/** How many bytes of uploads are held at once, of all together. */
export class ByteBudget {
  readonly #maxBytes: number;
  #heldBytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get heldBytes(): number {
    return this.#heldBytes;
  }

  /** @throws {TooManyUploadsError} there is no room for them now. */
  take(bytes: number): void {
    if (this.#heldBytes + bytes > this.#maxBytes) throw new TooManyUploadsError();
    this.#heldBytes += bytes;
  }

  giveBack(bytes: number): void {
    this.#heldBytes -= bytes;
  }
}

const firstBytes = 65_536;

/**
 * Bytes in one place, copied there as they come: a body in pieces of one byte would take a
 * hundred times its length if they were kept.
 */
export class GrowingBuffer {
  readonly #budget: ByteBudget;
  readonly #maxBytes: number;
  #buffer = Buffer.alloc(0);
  #length = 0;

  /** @param maxBytes Whoever adds does not go beyond. */
  constructor(budget: ByteBudget, maxBytes: number) {
    this.#budget = budget;
    this.#maxBytes = maxBytes;
  }

  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  /** @throws {TooManyUploadsError} there is no room for it now. */
  add(chunk: Uint8Array): void {
    const length = this.#length + chunk.byteLength;
    if (length > this.#buffer.length) this.#grow(length);
    this.#buffer.set(chunk, this.#length);
    this.#length = length;
  }

  free(): void {
    this.#budget.giveBack(this.#buffer.length);
    this.#buffer = Buffer.alloc(0);
    this.#length = 0;
  }

  #grow(length: number): void {
    const bytes = Math.max(length, Math.min(this.#maxBytes, Math.max(firstBytes, this.#buffer.length * 2)));
    this.#budget.take(bytes - this.#buffer.length);
    const larger = Buffer.allocUnsafeSlow(bytes);
    larger.set(this.bytes);
    this.#buffer = larger;
  }
}
