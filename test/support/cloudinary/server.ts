import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Calls, type CloudinaryOptions, createAccount } from './account.ts';
import { type Image, sniff } from './image.ts';
import { answer } from './routes.ts';

/** A server on loopback that behaves to its clients, and to the servers it calls, as Cloudinary documents it. */
export interface CloudinaryStandIn {
  readonly origin: string;
  /** What the SDK takes for `CLOUDINARY_URL`. */
  readonly environmentUrl: string;
  readonly calls: Calls;
  /** The cached images, by their path behind `/image/`, without a signature. */
  readonly derived: ReadonlyMap<string, Image>;
  /** Forgets the cached images, not the carriers. */
  purge(): void;
  /** Stores a JPEG, PNG or WebP, as an upload would. */
  putCarrier(publicId: string, bytes: Buffer): void;
  close(): Promise<void>;
}

export async function startCloudinary(options: Partial<CloudinaryOptions> = {}): Promise<CloudinaryStandIn> {
  const account = createAccount(options);
  let origin = '';
  const server = createServer((request, response) => {
    void answer(account, request, origin).then(({ status, headers, body }) => {
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin = `http://${host}`;

  return {
    origin,
    environmentUrl: environmentUrl(account.options, host),
    calls: account.calls,
    derived: account.derived,
    purge: () => account.derived.clear(),
    putCarrier(publicId, bytes) {
      const contentType = sniff(bytes);
      if (!contentType) throw new TypeError(`${publicId} is neither JPEG nor PNG nor WebP.`);
      account.assets.set(publicId, { bytes, contentType, version: Math.floor(Date.now() / 1000) });
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function environmentUrl({ apiKey, apiSecret, cloudName }: CloudinaryOptions, host: string): string {
  const settings = `secure=false&cname=${host}&upload_prefix=http://${host}`;
  return `cloudinary://${apiKey}:${apiSecret}@${cloudName}?${settings}`;
}
