import { InvalidParameterError, NotFoundError } from '../../errors.ts';
import type { Address } from '../../serve/http/parse.ts';
import { checkPicturePath } from '../path.ts';
import { type NamedFormat, splitFormat } from './formats.ts';
import type { PictureRules } from './rules.ts';
import { fullSize, type PictureSize, splitSize } from './size.ts';

/** One thing that a name may mean: a picture, and a size of it. */
export interface Meaning {
  /** The path of the original, with or without its ending. */
  readonly base: string;
  readonly size: PictureSize;
}

/** What the URL of a picture asks for. */
export interface AskedPicture extends Pick<NamedFormat, 'ending' | 'format'> {
  /** The first whose picture there is counts. */
  readonly meanings: readonly Meaning[];
  /** Of the content, where the URL carries one. */
  readonly version: string | undefined;
}

const versionForm = /^[\w-]{10}$/;

/**
 * `/img/blog/photo-md.webp?v=…`: a path, a size, a format, and a version of the content.
 *
 * @throws {NotFoundError} there can be no such picture.
 * @throws {InvalidParameterError} the path is none that a picture may have, or a parameter is none.
 */
export function readPictureAddress(
  { pathname, parameters }: Pick<Address, 'pathname' | 'parameters'>,
  prefix: string,
  rules: PictureRules,
): AskedPicture {
  const { v: version, ...others } = parameters;
  const [extra] = Object.keys(others);
  if (extra !== undefined)
    throw new InvalidParameterError(extra, 'a picture takes none such', ['v', 'exp', 'sig']);
  if (version !== undefined && !versionForm.test(version)) {
    throw new InvalidParameterError('v', 'is no version: take the URL as a whole, from where it was made');
  }
  const name = decoded(pathname.slice(prefix.length));
  checkPicturePath(name);
  const { stem, format, ending } = splitFormat(name);
  const sized = splitSize(stem, rules);
  const meanings = [...(sized ? [sized] : []), { base: stem, size: fullSize }];
  return { meanings, format, ending, version };
}

/** Each part by itself: a slash that is encoded parts nothing. */
function decoded(path: string): string {
  try {
    const parts = path.split('/').map(decodeURIComponent);
    if (!parts.some((part) => part.includes('/'))) return parts.join('/');
  } catch {
    // no UTF-8
  }
  throw new NotFoundError();
}
