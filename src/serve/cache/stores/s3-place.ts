/** A bucket, and what every key in it of ours begins with: nothing, or a path that ends in `/`. */
export interface S3Place {
  readonly bucket: string;
  readonly prefix: string;
}

/** As `CARDSTOCK_STORE` says it. */
export type S3Address = `s3://${string}`;

/** Of `s3://bucket/prefix`; nothing where it is no such address. */
export function readS3Place(address: string): S3Place | undefined {
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/s.exec(address) ?? [];
  const folders = path.split('/').filter((folder) => folder !== '');
  const isPlain = folders.every((folder) => /^[\w!@=+.*'()-]+$/.test(folder) && !/^\.+$/.test(folder));
  if (!bucket || !isPlain) return undefined;
  return { bucket, prefix: folders.map((folder) => `${folder}/`).join('') };
}

export function isS3Address(store: string): store is S3Address {
  return store.startsWith('s3://');
}
