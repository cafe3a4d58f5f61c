import { limitsForOwners } from '../../card/pictures/limits.ts';
import { undecodable } from '../../card/pictures/header.ts';
import { ImageNotAllowedError, ImageUnavailableError } from '../../errors.ts';
import type { Originals } from '../originals/originals.ts';
import { extensionsOf, type PictureType, pictureTypeOf, pictureTypes, typeOfName } from '../verify/kinds.ts';
import { verifyPicture } from '../verify/verify-picture.ts';
import type { ImportEntry } from './outcome.ts';
import type { Found } from './source.ts';

export interface CopyOptions {
  readonly originals: Originals;
  /** Whether it takes the place of what is there. */
  readonly overwrite: boolean;
  /** Which kinds are taken. */
  readonly types: readonly PictureType[];
  readonly signal?: AbortSignal | undefined;
}

/** What became of one that is named elsewhere. */
export type Fate = Omit<ImportEntry, 'source'>;

/** Copies what is a picture, decoded to its end, and says what became of it, whatever that is. */
export async function copyPicture(found: Found, path: string, options: CopyOptions): Promise<Fate> {
  const { types, signal } = options;
  let hasBegun = false; // as a picture does
  try {
    const bytes = await found.read({ maxBytes: limitsForOwners.maxBytes, signal });
    const type = pictureTypeOf(bytes);
    if (!type) throw undecodable('it is no picture by its first bytes');
    hasBegun = true;
    if (!types.includes(type)) return { outcome: 'refused', path, reason: `it is ${type}: --types names it` };
    return await keep(bytes, path, options);
  } catch (error) {
    signal?.throwIfAborted();
    return fateOf(error, path, hasBegun || found.isCalledPicture);
  }
}

async function keep(bytes: Buffer, path: string, { originals, overwrite }: CopyOptions): Promise<Fate> {
  const { type } = await verifyPicture(bytes);
  const named = withEnding(path, type);
  const written = await originals.write(named, bytes, { contentType: `image/${type}`, overwrite });
  if (written === 'exists') return { outcome: 'there', path: named };
  return { outcome: 'stored', path: named, bytes: bytes.length };
}

/** All that a picture may be kept under whose path has no ending, until its bytes give it one. */
export function pathsOf(path: string): string[] {
  return typeOfName(path) ? [path] : pictureTypes.map((type) => withEnding(path, type));
}

function withEnding(path: string, type: PictureType): string {
  return typeOfName(path) ? path : `${path}.${extensionsOf[type][0]}`;
}

function fateOf(error: unknown, path: string, isCalledPicture: boolean): Fate {
  if (error instanceof ImageNotAllowedError) return { outcome: 'refused', path, reason: error.reason };
  if (!(error instanceof ImageUnavailableError)) return failedFate(error, path);
  const lasting = isCalledPicture ? 'refused' : 'ignored';
  return { outcome: error.isLasting ? lasting : 'failed', path, reason: error.reason };
}

/** What went wrong has nothing to do with the picture. */
export function failedFate(error: unknown, path: string): Fate {
  const { message, name } = error as Error;
  return { outcome: 'failed', path, reason: message || name };
}
