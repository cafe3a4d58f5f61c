import { type S3Connection, saysS3 } from './s3-connection.ts';
import type { Release } from './store.ts';

interface LeaseObject {
  readonly Bucket: string;
  readonly Key: string;
}

/**
 * Puts up a sign that nobody else can put up while it is there. One whose time is over was left
 * by a machine that died, and is taken down; two who do that at once may both go on, which costs
 * a render.
 */
export async function claimLease(
  connection: S3Connection,
  lease: LeaseObject,
  forMs: number,
): Promise<Release | undefined> {
  if (await putUp(connection, lease, forMs)) return () => takeDown(connection, lease);
  if (!(await isOver(connection, lease))) return undefined;
  await takeDown(connection, lease);
  return (await putUp(connection, lease, forMs)) ? () => takeDown(connection, lease) : undefined;
}

async function putUp(connection: S3Connection, lease: LeaseObject, forMs: number): Promise<boolean> {
  const Metadata = { until: String(Date.now() + forMs) };
  try {
    await connection.call((s3, options) =>
      s3.putObject({ ...lease, Body: 'being made', Metadata, IfNoneMatch: '*' }, options),
    );
    return true;
  } catch (error) {
    if (saysS3(error, 'PreconditionFailed', 'ConditionalRequestConflict')) return false;
    if (saysS3(error, 'NotImplemented')) return true; // a service without conditions has no leases
    throw error;
  }
}

/** By the clock of whoever asks: clocks that differ by more than a render cost one, and no more. */
async function isOver(connection: S3Connection, lease: LeaseObject): Promise<boolean> {
  try {
    const { Metadata } = await connection.call((s3, options) => s3.headObject(lease, options));
    return !(Number(Metadata?.['until']) > Date.now());
  } catch (error) {
    if (saysS3(error, 'NotFound', 'NoSuchKey')) return true; // taken down since
    throw error;
  }
}

async function takeDown(connection: S3Connection, lease: LeaseObject): Promise<void> {
  await connection.call((s3, options) => s3.deleteObject(lease, options));
}
