import type { StoredObject } from './s3-bucket.ts';
import type { S3Fault } from './s3-fault.ts';

export function errorXml({ code }: S3Fault): string {
  return xml(`<Error><Code>${code}</Code><Message>${code}</Message><RequestId>0</RequestId></Error>`);
}

export interface ListPage {
  readonly bucket: string;
  readonly prefix: string;
  readonly objects: readonly (readonly [key: string, StoredObject])[];
  readonly maxKeys: number;
  /** Where the next page begins; nothing on the last. */
  readonly next: string | undefined;
}

export function listXml({ bucket, prefix, objects, maxKeys, next }: ListPage): string {
  const contents = objects.map(
    ([key, { body, etag, lastModified }]) =>
      `<Contents><Key>${escape(key)}</Key><LastModified>${lastModified.toISOString()}</LastModified>` +
      `<ETag>${escape(etag)}</ETag><Size>${body.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const token = next === undefined ? '' : `<NextContinuationToken>${escape(next)}</NextContinuationToken>`;
  return xml(
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${escape(bucket)}</Name>` +
      `<Prefix>${escape(prefix)}</Prefix><KeyCount>${objects.length}</KeyCount><MaxKeys>${maxKeys}</MaxKeys>` +
      `<IsTruncated>${next !== undefined}</IsTruncated>${token}${contents.join('')}</ListBucketResult>`,
  );
}

export function deletedXml(keys: readonly string[]): string {
  const deleted = keys.map((key) => `<Deleted><Key>${escape(key)}</Key></Deleted>`).join('');
  return xml(`<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${deleted}</DeleteResult>`);
}

/** The keys of a request to delete many. */
export function keysIn(request: string): string[] {
  return [...request.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => unescape(key!));
}

function xml(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' } as const;

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => entities[letter as keyof typeof entities]);
}

function unescape(text: string): string {
  return Object.entries(entities)
    .reverse()
    .reduce((plain, [letter, entity]) => plain.replaceAll(entity, letter), text);
}
