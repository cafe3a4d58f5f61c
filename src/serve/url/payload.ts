import {
  brotliCompressSync,
  type BrotliDecompress,
  brotliDecompressSync,
  type BrotliOptions,
  constants,
} from 'node:zlib';
import type { CanonicalCard } from '../../card/canonical.ts';
import { contentVersionBytes } from '../../card/key.ts';
import { DamagedUrlError } from '../../errors.ts';
import { limits } from '../limits.ts';

/** What a sealed URL carries. */
export interface Payload {
  readonly card: CanonicalCard;
  /** The design the URL was made for, see `contentVersion`. */
  readonly version: Buffer;
  /**
   * Made for a cache that keeps any 200 for good: a failure must stay a failure, and never
   * become a fallback picture.
   */
  readonly strict: boolean;
}

const compressed = 1;
const strict = 2;
const headBytes = 1 + contentVersionBytes;

/**
 * One byte of flags, the content version, then the card as JSON, compressed where that is
 * shorter; all of it base64url, which every proxy, CDN and escape leaves as it is.
 */
export function encodePayload(payload: Payload): string {
  const json = Buffer.from(JSON.stringify(toTuple(payload.card)));
  const packed = compress(json);
  const isShorter = packed.length < json.length;
  const flags = (isShorter ? compressed : 0) | (payload.strict ? strict : 0);
  return Buffer.concat([Buffer.of(flags), payload.version, isShorter ? packed : json]).toString('base64url');
}

/** @throws {DamagedUrlError} this is not, to the last bit, what {@link encodePayload} would have made. */
export function decodePayload(text: string): Payload {
  const bytes = Buffer.from(text, 'base64url');
  const flags = bytes[0] ?? 0;
  // Spare bits, padding and foreign letters would give one card many addresses.
  if (bytes.length <= headBytes || flags > 3 || bytes.toString('base64url') !== text)
    throw new DamagedUrlError();
  const body = bytes.subarray(headBytes);
  const card = readCard(flags & compressed ? decompress(body) : body);
  return { card, version: bytes.subarray(1, headBytes), strict: Boolean(flags & strict) };
}

export function isPayload(text: string): boolean {
  try {
    return decodePayload(text) !== undefined;
  } catch (error) {
    if (error instanceof DamagedUrlError) return false;
    throw error;
  }
}

/** An empty variant is the template's own; it stands only before a language. */
type CardTuple = [template: string, props: CanonicalCard['props'], variant?: string, lang?: string];

function toTuple({ template, props, variant, lang }: CanonicalCard): CardTuple {
  if (lang) return [template, props, variant ?? '', lang];
  return variant ? [template, props, variant] : [template, props];
}

function readCard(json: Buffer): CanonicalCard {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(json);
    const value: unknown = JSON.parse(text);
    if (isCardTuple(value) && JSON.stringify(value) === text) {
      const [template, props, variant, lang] = value;
      return { template, props, ...(variant && { variant }), ...(lang && { lang }) };
    }
  } catch (error) {
    throw new DamagedUrlError(error);
  }
  throw new DamagedUrlError();
}

function isCardTuple(value: unknown): value is CardTuple {
  if (!Array.isArray(value) || value.length < 2 || value.length > 4) return false;
  const [template, props, ...more] = value as unknown[];
  const isProps = typeof props === 'object' && props !== null && !Array.isArray(props);
  const areNames =
    more.every((name) => typeof name === 'string') && (more.length === 0 || more.at(-1) !== '');
  return typeof template === 'string' && isProps && areNames;
}

function compress(json: Buffer): Buffer {
  const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = constants;
  return brotliCompressSync(json, {
    params: {
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
      [BROTLI_PARAM_SIZE_HINT]: json.length,
      [BROTLI_PARAM_LGWIN]: constants.BROTLI_MIN_WINDOW_BITS,
    },
  });
}

/** What follows the end of the stream would be read over, and give one card many addresses. */
function decompress(body: Buffer): Buffer {
  try {
    const { buffer, engine } = unpack(body, { maxOutputLength: limits.cardBytes, info: true });
    if (engine.bytesWritten === body.length) return buffer;
  } catch (error) {
    throw new DamagedUrlError(error);
  }
  throw new DamagedUrlError();
}

/** With `info` it tells how much it has read, which its types do not know. */
const unpack = brotliDecompressSync as unknown as (
  body: Buffer,
  options: BrotliOptions,
) => { buffer: Buffer; engine: BrotliDecompress };
