import { hash } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fetchImage } from '../../card/pictures/fetch-image.ts';
import { internet, type Network } from '../../system/network/network.ts';
import { countOf, type Found, type ImportSource } from './source.ts';

export interface ListSourceOptions {
  readonly description: string;
  /** The list from its beginning. */
  readonly open: () => Readable;
  /** Whether it can be opened twice: what comes through a pipe comes once. */
  readonly isFile: boolean;
  /** For tests. */
  readonly network?: Network | undefined;
}

const fetchTimeoutMs = 30_000;

/**
 * A list with an https address in each line, and behind it, where one wishes, the path that its
 * picture is kept under. Without one that is the host with the path of the address.
 */
export class ListSource implements ImportSource {
  readonly description: string;
  readonly isSorted = false;
  readonly count?: (signal: AbortSignal) => Promise<number>;
  readonly #open: () => Readable;
  readonly #network: Network;

  constructor({ description, open, isFile, network = internet }: ListSourceOptions) {
    this.description = description;
    this.#open = open;
    this.#network = network;
    if (isFile) this.count = (signal) => countOf(this.#lines(), signal);
  }

  async *list(): AsyncIterable<Found> {
    for await (const line of this.#lines()) {
      const [, address = '', path] = /^(\S+)(?:\s+(.+))?$/s.exec(line) ?? [];
      yield {
        name: withoutQuery(address),
        path: path ?? pathOfAddress(address),
        isCalledPicture: true,
        read: ({ maxBytes, signal }) =>
          fetchImage(address, {
            allowedHosts: 'any',
            maxBytes,
            timeoutMs: fetchTimeoutMs,
            network: this.#network,
            ...(signal && { signal }),
          }),
      };
    }
  }

  /** A "#" at its beginning makes a line a remark. */
  async *#lines(): AsyncIterable<string> {
    const lines = createInterface({ input: this.#open(), crlfDelay: Infinity });
    for await (const line of lines) {
      const text = line.replace(/^\uFEFF/, '').trim();
      if (text !== '' && !text.startsWith('#')) yield text;
    }
  }
}

/** A query may hold the key to a picture. */
function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1)[0]!;
}

/** A query makes another picture: `/photo.jpg?w=800` is `photo-1a2b3c4d.jpg`. */
export function pathOfAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname, search } = new URL(address);
  const path = decode(`${host}${pathname}`).replace(/\/+$/, '');
  if (search === '') return path;
  const [, stem = '', ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(path) ?? [];
  return `${stem}-${hash('sha256', search, 'hex').slice(0, 8)}${ending}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a "%" that is none
  }
}
