import { MalformedUploadError, UploadTimeoutError, UploadTooLargeError } from '../../errors.ts';
import { abortable } from '../../system/abortable.ts';
import { type ByteBudget, GrowingBuffer } from './byte-budget.ts';

export interface BodyLimits {
  readonly maxBytes: number;
  /** Until all of it must be there. */
  readonly timeoutMs: number;
  /** Of all bodies that are held at once. */
  readonly budget: ByteBudget;
}

/** Of a body that is too large so much more is read and forgotten: most clients listen only once they have said all. */
const drainedBytes = 1_000_000;

/**
 * Hands over a body that was counted as it came, whatever its head said of its length. It is
 * held as long as `use` takes.
 *
 * @throws {UploadTooLargeError} it has more than `maxBytes`.
 * @throws {UploadTimeoutError} it is not there in time.
 * @throws {TooManyUploadsError} there is no room for it now.
 * @throws {MalformedUploadError} it breaks off.
 */
export async function withBody<Result>(
  request: Request,
  limits: BodyLimits,
  use: (body: Buffer) => Promise<Result>,
): Promise<Result> {
  const held = new GrowingBuffer(limits.budget, limits.maxBytes);
  try {
    await readInto(held, request, limits);
    return await use(held.bytes);
  } finally {
    held.free();
  }
}

async function readInto(
  held: GrowingBuffer,
  { body, headers }: Request,
  { maxBytes, timeoutMs }: BodyLimits,
): Promise<void> {
  let isTooLarge = Number(headers.get('content-length') ?? 0) > maxBytes;
  let length = 0;
  for await (const chunk of chunksOf(body, timeoutMs)) {
    length += chunk.byteLength;
    if (length > maxBytes) isTooLarge = true;
    if (length > maxBytes + drainedBytes) break;
    if (isTooLarge) held.free();
    else held.add(chunk);
  }
  if (isTooLarge) throw new UploadTooLargeError(maxBytes);
}

/** Whoever stops listening leaves the rest unread: to cancel would cut the line before the answer. */
async function* chunksOf(body: Request['body'], timeoutMs: number): AsyncGenerator<Uint8Array> {
  const late = AbortSignal.timeout(timeoutMs);
  const reader = body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  while (reader) {
    const { value } = await abortable(reader.read(), late).catch((error: unknown) => {
      throw late.aborted
        ? new UploadTimeoutError(timeoutMs)
        : new MalformedUploadError('it breaks off', error);
    });
    if (!value) return;
    yield value;
  }
}
