import { type BinaryLike, createHash, createHmac } from 'node:crypto';
import { createContext, runInContext, Script } from 'node:vm';
import { unknownSyntax } from './edge-syntax.ts';

/** What CloudFront takes: larger code is refused when it is deployed. */
const maxCodeBytes = 10 * 1024;
/** CloudFront gives a function about a millisecond; a machine of tests may be busy with something else. */
const defaultTimeoutMs = 10_000;

/** All that JavaScript runtime 2.0 documents; the rest of what V8 brings is taken away. */
const knownGlobals = new Set(
  [
    'Object Function String Number Boolean Array RegExp JSON Math Date Promise Symbol',
    'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array',
    'Float32Array Float64Array ArrayBuffer DataView',
    'Error EvalError RangeError ReferenceError SyntaxError TypeError URIError InternalError',
    'globalThis NaN Infinity undefined isFinite isNaN parseFloat parseInt',
    'encodeURI encodeURIComponent decodeURI decodeURIComponent',
  ].flatMap((line) => line.split(' ')),
);

/** Younger than what is documented, and so not there. */
const unknownMethods: Readonly<Record<string, readonly string[]>> = {
  Object: ['fromEntries', 'hasOwn', 'groupBy'],
  'String.prototype': ['at', 'isWellFormed', 'toWellFormed', 'localeCompare', 'matchAll'],
  'Array.prototype': [
    ...['at', 'flat', 'flatMap', 'findLast', 'findLastIndex', 'entries', 'keys', 'values'],
    ...['toReversed', 'toSorted', 'toSpliced', 'with'],
  ],
  Array: ['from', 'fromAsync'],
  Promise: ['withResolvers', 'try'],
};

export interface EdgeHeaders {
  [name: string]: { value: string; multiValue?: { value: string }[] };
}

export interface EdgeRequest {
  method: string;
  uri: string;
  querystring: Record<string, { value: string; multiValue?: { value: string }[] }>;
  headers: EdgeHeaders;
  cookies: Record<string, { value: string }>;
}

export interface EdgeResponse {
  statusCode: number;
  statusDescription?: string;
  headers?: EdgeHeaders;
  body?: string | { encoding: 'text' | 'base64'; data: string };
}

export interface EdgeEvent {
  version: '1.0';
  context: { distributionDomainName: string; distributionId: string; eventType: string; requestId: string };
  viewer: { ip: string };
  request: EdgeRequest;
}

export interface EdgeFunction {
  /** @throws whatever the function throws, or that it took too long. */
  run(event: EdgeEvent, rawQuery: string | undefined, nowMs: number): Promise<EdgeRequest | EdgeResponse>;
}

/**
 * A CloudFront function, deployed: with what its JavaScript runtime 2.0 has and nothing else. What
 * is in the key-value store may change between two runs, as it does there.
 *
 * @throws its code is too large, or is written in what that runtime does not read.
 */
export function deployEdgeFunction(
  code: string,
  keyValues: ReadonlyMap<string, string>,
  timeoutMs = defaultTimeoutMs,
): EdgeFunction {
  const bytes = Buffer.byteLength(code);
  if (bytes > maxCodeBytes) throw new Error(`The function has ${bytes} bytes, of ${maxCodeBytes}.`);
  const unknown = unknownSyntax(code);
  if (unknown.length > 0) throw new SyntaxError(`Runtime 2.0 does not read: ${unknown.join('; ')}`);
  const script = new Script(asScript(code), { filename: 'edge-function.js' });
  return {
    async run(event, rawQuery, nowMs) {
      const own = { ...modules(keyValues), nowMs };
      const context = createContext(own, { codeGeneration: { strings: false, wasm: false } });
      undress.runInContext(context);
      script.runInContext(context, { timeout: timeoutMs });
      const answer = (await runInContext(call(event, rawQuery), context, { timeout: timeoutMs })) as object;
      return JSON.parse(JSON.stringify(answer)) as EdgeRequest | EdgeResponse;
    },
  };
}

/** The event is plain data but for one method. */
function call(event: EdgeEvent, rawQuery: string | undefined): string {
  const method = `{ rawQueryString: () => ${JSON.stringify(rawQuery)} }`;
  return `{ const event = ${JSON.stringify(event)}; Object.assign(event.request, ${method}); handler(event); }`;
}

/** Imports are of the runtime's own modules, and are all that makes it a module. */
function asScript(code: string): string {
  const imports = /^\s*import\s+(\w+)\s+from\s+['"](\w+)['"];?/gm;
  return `'use strict';${code.replace(imports, 'const $1 = require("$2");')}`;
}

function modules(keyValues: ReadonlyMap<string, string>) {
  const own: Readonly<Record<string, unknown>> = {
    cloudfront: { kvs: () => keyValueStore(keyValues) },
    crypto: {
      createHash: (algorithm: string) => createHash(known(algorithm)),
      createHmac: (algorithm: string, key: BinaryLike) => createHmac(known(algorithm), key),
    },
    buffer: { Buffer },
  };
  const require = (name: string) => {
    if (!Object.hasOwn(own, name)) throw new Error(`There is no module "${name}".`);
    return own[name];
  };
  return { require, Buffer, TextDecoder, TextEncoder, atob, btoa, console: { log() {} } };
}

/** As `cf.kvs()` has it: what is not there is an error, and not nothing. */
function keyValueStore(keyValues: ReadonlyMap<string, string>) {
  const get = (key: string, { format = 'string' }: { format?: string } = {}) => {
    const value = keyValues.get(key);
    if (value === undefined) return Promise.reject(new Error('KeyNotFound'));
    if (format === 'bytes') return Promise.resolve(Buffer.from(value));
    return Promise.resolve(format === 'json' ? (JSON.parse(value) as unknown) : value);
  };
  const meta = () =>
    Promise.resolve({ creationDateTime: '', lastUpdatedDateTime: '', keyCount: keyValues.size });
  return {
    get,
    exists: (key: string) => Promise.resolve(keyValues.has(key)),
    count: () => Promise.resolve(keyValues.size),
    meta,
  };
}

/** Three algorithms are documented, and no comparison in constant time. */
function known(algorithm: string): string {
  if (!['md5', 'sha1', 'sha256'].includes(algorithm)) throw new Error(`not supported: ${algorithm}`);
  return algorithm;
}

/** Takes away what the runtime does not have; the clock stands for as long as a function runs. */
const undress = new Script(`'use strict'; {
  const kept = ${JSON.stringify([...knownGlobals, ...Object.keys(modules(new Map()))])};
  const [Real, now] = [Date, nowMs];
  for (const name of Object.getOwnPropertyNames(globalThis)) if (!kept.includes(name)) delete globalThis[name];
  for (const [path, names] of Object.entries(${JSON.stringify(unknownMethods)})) {
    const owner = path.split('.').reduce((object, name) => object[name], globalThis);
    for (const name of names) delete owner[name];
  }
  globalThis.Date = function Date(...given) {
    if (!new.target) return new Real(now).toString();
    return given.length === 0 ? new Real(now) : new Real(...given);
  };
  Object.assign(globalThis.Date, { now: () => now, parse: Real.parse, UTC: Real.UTC, prototype: Real.prototype });
}`);
