import crypto from 'node:crypto';
import vm from 'node:vm';
import type { EdgeRequest, EdgeResponse } from '../../src/aws/edge/event.ts';

/** A request that goes on, or an answer. */
export type EdgeOutcome = EdgeRequest | EdgeResponse;

/**
 * Runs a bundled edge function where there is nothing but the language and the two modules that
 * CloudFront has; an address is handed over as CloudFront reads it.
 */
export function runEdge(code: string, values: Readonly<Record<string, string>>) {
  const cf = { kvs: () => ({ get: (key: string) => read(values, key) }) };
  const { createHash, createHmac } = crypto;
  const script = code.replace(/^import (\w+) from "(\w+)";$/gm, 'const $1 = modules.$2;');
  const modules = { cloudfront: cf, crypto: { createHash, createHmac } };
  const handler = vm.runInNewContext(`${script};handler`, { modules }) as (
    event: object,
  ) => Promise<EdgeOutcome>;
  return (address: string, headers: EdgeRequest['headers'] = {}): Promise<EdgeOutcome> =>
    handler({ request: { ...requestOf(address), headers } });
}

function read(values: Readonly<Record<string, string>>, key: string): Promise<string> {
  const value = values[key];
  return value === undefined ? Promise.reject(new Error('KeyNotFound')) : Promise.resolve(value);
}

function requestOf(address: string): EdgeRequest {
  const at = address.indexOf('?');
  const [uri, query] = at < 0 ? [address, undefined] : [address.slice(0, at), address.slice(at + 1)];
  return { method: 'GET', uri, querystring: {}, headers: {}, rawQueryString: () => query };
}
