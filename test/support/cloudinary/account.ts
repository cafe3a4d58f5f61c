import type { Asset, Image } from './image.ts';
import type { FunctionCall } from './remote-function.ts';
import type { Signing } from './signature.ts';

/** Whose cloud it is, and what its owner has switched on. */
export interface CloudinaryOptions extends Signing {
  readonly cloudName: string;
  readonly apiKey: string;
  /** Whether custom functions are part of the plan. */
  readonly remoteFunctions: boolean;
  /** Whether anybody may have any remote URL fetched. A signed one is always fetched. */
  readonly fetchDelivery: boolean;
}

/** What has happened so far. */
export interface Calls {
  /** GET and HEAD requests for an image, the refused ones included. */
  delivery: number;
  /** Calls that went out to remote functions. */
  functions: number;
  /** Requests that went out to the sources of fetched images. */
  fetches: number;
  /** Attempts to upload, the refused ones included. */
  uploads: number;
  pings: number;
  /** Deliveries that needed nobody, because the image had been derived before. */
  derivedHits: number;
  readonly functionCalls: FunctionCall[];
}

/** An account with all that it holds. */
export interface Account {
  readonly options: CloudinaryOptions;
  readonly calls: Calls;
  readonly assets: Map<string, Asset>;
  readonly derived: Map<string, Image>;
  /** Derived images under way. */
  readonly pending: Map<string, Promise<Image>>;
}

const defaults: CloudinaryOptions = {
  cloudName: 'test123',
  apiKey: '1234',
  apiSecret: 'b',
  remoteFunctions: true,
  fetchDelivery: false,
  signatureAlgorithm: 'sha1',
  longSignatures: false,
};

export function createAccount(options: Partial<CloudinaryOptions>): Account {
  return {
    options: { ...defaults, ...options },
    calls: { delivery: 0, functions: 0, fetches: 0, uploads: 0, pings: 0, derivedHits: 0, functionCalls: [] },
    assets: new Map(),
    derived: new Map(),
    pending: new Map(),
  };
}
