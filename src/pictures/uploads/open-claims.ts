import { resolve } from 'node:path';
import { isS3Address, readS3Place } from '../../serve/cache/stores/s3-place.ts';
import { s3TimeoutMs } from '../originals/open-originals.ts';
import { FolderClaims } from './folder-claims.ts';
import { S3Claims } from './s3-claims.ts';
import type { Claims } from './claims.ts';

/** Beside the pictures, where no picture can be. */
export function openClaims(pictures: string, { s3Endpoint }: { s3Endpoint?: string | undefined }): Claims {
  if (!isS3Address(pictures)) return new FolderClaims(resolve(pictures));
  return new S3Claims({ ...readS3Place(pictures)!, endpoint: s3Endpoint, timeoutMs: s3TimeoutMs });
}
