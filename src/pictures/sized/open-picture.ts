import type { Metadata } from 'sharp';
import { checkFrames } from '../verify/frames.ts';
import { readHeader, undecodable } from '../../card/pictures/header.ts';
import { limitsForOwners } from '../../card/pictures/limits.ts';
import { withoutExtras } from '../../card/pictures/png-chunks.ts';
import { pictureTypeOf } from '../verify/kinds.ts';

/** A file that is a picture by its first bytes, and within the limits by what it says of itself. */
export interface OpenPicture {
  /** Without what a decoder need not see. */
  readonly bytes: Buffer;
  readonly header: Metadata;
}

/** @throws {ImageUnavailableError} it is no picture, or too large a one. */
export async function openPicture(original: Buffer): Promise<OpenPicture> {
  const type = pictureTypeOf(original);
  if (!type) throw undecodable('it is no JPEG, PNG, WebP, GIF or AVIF');
  checkFrames(original);
  const bytes = type === 'png' ? withoutExtras(original) : original;
  return { bytes, header: await readHeader(bytes, limitsForOwners) };
}
