import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Bucket, StoredObject } from './s3-bucket.ts';
import { S3Fault } from './s3-fault.ts';
import { deletedXml, keysIn, listXml } from './s3-xml.ts';
import type { Credentials } from './sigv4.ts';

export interface S3Account extends Credentials {
  /** Without it a missing object is 403 and not 404, as for a CDN that may only read. @default true */
  readonly mayList?: boolean;
  /** @default true */
  readonly mayWrite?: boolean;
}

export type Operation =
  'DeleteObject' | 'DeleteObjects' | 'GetObject' | 'HeadObject' | 'ListObjectsV2' | 'PutObject';

export interface Asked {
  readonly operation: Operation;
  readonly bucket: Bucket;
  readonly bucketName: string;
  readonly key: string;
  readonly query: URLSearchParams;
  /** How many a list has at most. */
  readonly keysOfPage: number;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Buffer | string;
}

export function operationOf(
  method: string | undefined,
  path: string,
  query: URLSearchParams,
): Operation | undefined {
  if (path === '') {
    if (method === 'GET' && query.get('list-type') === '2') return 'ListObjectsV2';
    return method === 'POST' && query.has('delete') ? 'DeleteObjects' : undefined;
  }
  const ofObject = {
    GET: 'GetObject',
    HEAD: 'HeadObject',
    PUT: 'PutObject',
    DELETE: 'DeleteObject',
  } as const;
  return ofObject[method as keyof typeof ofObject];
}

const writes: readonly Operation[] = ['PutObject', 'DeleteObject', 'DeleteObjects'];

/** @throws {S3Fault} what S3 would say instead. */
export function perform(asked: Asked, request: IncomingMessage, account: S3Account): Reply {
  const { operation, bucket, key, body } = asked;
  const { mayList = true, mayWrite = true } = account;
  if (writes.includes(operation) && !mayWrite) throw new S3Fault(403, 'AccessDenied');
  switch (operation) {
    case 'PutObject': {
      const { etag, checksums } = bucket.put(key, body, request.headers);
      return { status: 200, headers: { etag, ...checksums } };
    }
    case 'DeleteObject':
      bucket.objects.delete(key);
      return { status: 204 };
    case 'DeleteObjects': {
      const keys = keysIn(body.toString());
      for (const each of keys) bucket.objects.delete(each);
      return { status: 200, headers: { 'content-type': 'application/xml' }, body: deletedXml(keys) };
    }
    case 'ListObjectsV2':
      if (!mayList) throw new S3Fault(403, 'AccessDenied');
      return list(asked);
    case 'GetObject':
    case 'HeadObject':
      if (!mayList && !bucket.objects.has(key)) throw new S3Fault(403, 'AccessDenied');
      return send(bucket.get(key), request);
  }
}

function list({ bucket, bucketName, key: prefix, query, keysOfPage }: Asked): Reply {
  const maxKeys = Math.min(Number(query.get('max-keys') ?? keysOfPage), keysOfPage);
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const keys = bucket.list(prefix, after);
  const page = keys.slice(0, maxKeys);
  const next = keys.length > maxKeys ? page.at(-1) : undefined;
  const objects = page.map((key) => [key, bucket.objects.get(key)!] as const);
  const body = listXml({ bucket: bucketName, prefix, objects, maxKeys, next });
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

function send(object: StoredObject, { headers }: IncomingMessage): Reply {
  const { body, etag, lastModified, checksums } = object;
  const told: OutgoingHttpHeaders = {
    ...object.headers,
    ...(headers['x-amz-checksum-mode'] === 'ENABLED' && !headers.range && checksums),
    etag,
    'last-modified': lastModified.toUTCString(),
    'accept-ranges': 'bytes',
    'content-length': body.length,
  };
  if (headers['if-match'] !== undefined && headers['if-match'] !== etag)
    throw new S3Fault(412, 'PreconditionFailed');
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
  if (first === undefined) return { status: 200, headers: told, body };
  const end = Math.min(last ? Number(last) : Infinity, body.length - 1);
  if (Number(first) > end) throw new S3Fault(416, 'InvalidRange');
  const part = body.subarray(Number(first), end + 1);
  const range = { 'content-length': part.length, 'content-range': `bytes ${first}-${end}/${body.length}` };
  return { status: 206, headers: { ...told, ...range }, body: part };
}
