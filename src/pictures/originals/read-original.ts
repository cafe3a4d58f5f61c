import { limitsForOwners } from '../../card/pictures/limits.ts';
import { ImageUnavailableError, PictureUnreadableError } from '../../errors.ts';
import type { Originals } from './originals.ts';

/**
 * An original that is to be shown; nothing where there is none.
 *
 * @throws {PictureUnreadableError} it is larger than any that is shown.
 */
export async function readOriginal(originals: Originals, path: string, signal?: AbortSignal) {
  const options = { maxBytes: limitsForOwners.maxBytes, ...(signal && { signal }) };
  return originals.read(path, options).catch((error: unknown) => {
    throw asUnreadable(path, error);
  });
}

/** That it is no picture, or too large a one, is said of the picture that was asked for. */
export function asUnreadable(path: string, error: unknown): unknown {
  return error instanceof ImageUnavailableError ? new PictureUnreadableError(path, error) : error;
}
