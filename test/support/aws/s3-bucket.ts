import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { S3Fault } from './s3-fault.ts';

/** An object of a bucket, and what it is sent with. */
export interface StoredObject {
  body: Buffer;
  readonly headers: OutgoingHttpHeaders;
  readonly checksums: OutgoingHttpHeaders;
  readonly etag: string;
  readonly lastModified: Date;
}

const keptHeaders = ['content-type', 'cache-control', 'content-encoding', 'content-disposition'];
const maxKeyBytes = 1024;

/** The objects of one bucket, and the conditions that S3 puts a change of them under. */
export class Bucket {
  readonly objects = new Map<string, StoredObject>();

  get(key: string): StoredObject {
    checkKey(key);
    const object = this.objects.get(key);
    if (!object) throw new S3Fault(404, 'NoSuchKey');
    return object;
  }

  put(key: string, body: Buffer, headers: IncomingHttpHeaders): StoredObject {
    checkKey(key);
    this.#checkConditions(key, headers);
    const kept = Object.entries(headers).filter(
      ([name]) => keptHeaders.includes(name) || name.startsWith('x-amz-meta-'),
    );
    const object = {
      body,
      headers: { 'content-type': 'binary/octet-stream', ...Object.fromEntries(kept) },
      checksums: checkedSums(body, headers),
      etag: `"${createHash('md5').update(body).digest('hex')}"`,
      lastModified: new Date(),
    };
    this.objects.set(key, object);
    return object;
  }

  /** In the order of their bytes in UTF-8, from behind `after` on. */
  list(prefix: string, after: string): string[] {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix));
    const sorted = keys.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    return sorted.filter((key) => Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0);
  }

  #checkConditions(key: string, headers: IncomingHttpHeaders): void {
    const existing = this.objects.get(key);
    if (headers['if-none-match'] !== undefined && headers['if-none-match'] !== '*')
      throw new S3Fault(501, 'NotImplemented');
    if (headers['if-none-match'] === '*' && existing) throw new S3Fault(412, 'PreconditionFailed');
    const ifMatch = headers['if-match'];
    if (ifMatch === undefined) return;
    if (!existing) throw new S3Fault(404, 'NoSuchKey');
    if (existing.etag !== ifMatch) throw new S3Fault(412, 'PreconditionFailed');
  }
}

function checkKey(key: string): void {
  if (Buffer.byteLength(key) > maxKeyBytes) throw new S3Fault(400, 'KeyTooLongError');
}

/** What the sender says of the bytes must be true of those that came. */
function checkedSums(body: Buffer, headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const sums: Record<string, () => string> = {
    'x-amz-checksum-crc32': () => crc32Of(body),
    'x-amz-checksum-sha1': () => createHash('sha1').update(body).digest('base64'),
    'x-amz-checksum-sha256': () => createHash('sha256').update(body).digest('base64'),
  };
  const md5 = headers['content-md5'];
  if (md5 !== undefined && md5 !== createHash('md5').update(body).digest('base64'))
    throw new S3Fault(400, 'BadDigest');
  const given = Object.keys(sums).filter((name) => headers[name] !== undefined);
  for (const name of given) if (sums[name]!() !== headers[name]) throw new S3Fault(400, 'BadDigest');
  return Object.fromEntries(given.map((name) => [name, headers[name]]));
}

function crc32Of(body: Buffer): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return sum.toString('base64');
}
