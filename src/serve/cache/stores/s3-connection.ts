import type * as Sdk from '@aws-sdk/client-s3';
import { missingSdk } from './missing-sdk.ts';

export interface S3ConnectionOptions {
  /** Another service than AWS, or a stand-in for it. */
  readonly endpoint?: string | undefined;
  /** For one call with all of its tries. */
  readonly timeoutMs: number;
  /** Which setting names the bucket. @default 'CARDSTOCK_STORE' */
  readonly setting?: string;
}

const tries = 3;
const connectMs = 1_000;

/**
 * The way to S3, by the SDK's own chain of region and credentials. The SDK is twenty megabytes
 * and most have another store, so it is no dependency, and is loaded for the first call.
 */
export class S3Connection {
  readonly #options: S3ConnectionOptions;
  #client: Promise<Sdk.S3> | undefined;

  constructor(options: S3ConnectionOptions) {
    this.#options = options;
  }

  /**
   * @param timeoutMs Where it may take less than others.
   * @throws {ConfigError} the SDK is not installed.
   * @throws {Error} S3 refuses, by the name that it has for it, or does not answer.
   */
  async call<Result>(
    work: (s3: Sdk.S3, options: { abortSignal: AbortSignal }) => Promise<Result>,
    timeoutMs = this.#options.timeoutMs,
  ): Promise<Result> {
    this.#client ??= this.#open();
    const s3 = await this.#client;
    // Not AbortSignal.timeout: until it fires, that would hold what hears of it, and all that came with the answer.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeoutMs);
    try {
      return await work(s3, { abortSignal: late.signal });
    } catch (error) {
      throw late.signal.aborted
        ? new Error(`S3 took longer than ${timeoutMs} ms.`, { cause: error })
        : describe(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async #open(): Promise<Sdk.S3> {
    const { endpoint, timeoutMs, setting = 'CARDSTOCK_STORE' } = this.#options;
    const { S3 } = await loadSdk(setting);
    return new S3({
      // A bucket of a stand-in has no host of its own, and those of other services need none.
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      maxAttempts: tries,
      responseChecksumValidation: 'WHEN_REQUIRED', // an object carries a sum of ours, whatever service it is in
      requestHandler: { connectionTimeout: connectMs, requestTimeout: timeoutMs },
    });
  }
}

async function loadSdk(setting: string): Promise<typeof Sdk> {
  return import('@aws-sdk/client-s3').catch((error: unknown) => {
    throw missingSdk(`${setting} names a bucket`, '@aws-sdk/client-s3', error);
  });
}

/** What never came to an answer may have no word of its own: a name without an address, a line that is cut, no credentials. */
function describe(error: unknown): unknown {
  const { $metadata, code, message, name } = error as Partial<Sdk.S3ServiceException> & { code?: string };
  if ($metadata?.httpStatusCode !== undefined) return error;
  return new Error(`S3 cannot be asked: ${message || code || name}`, { cause: error });
}

/** Whether S3 said one of these, by its own names for them. */
export function saysS3(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
