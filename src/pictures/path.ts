import { InvalidParameterError } from '../errors.ts';

/** Of an object in S3 1024, of which a prefix and a size need some. */
const maxPathBytes = 700;
/** Of file systems. */
const maxPartBytes = 200;
/** What no part may hold: `\p{Cc}` are controls, `\p{Cf}` what turns the direction of a text, `\p{Cs}` halves of letters. */
const unfit = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\?#%:*"<>|]/u;

/**
 * What is wrong with the path of a picture, if anything is. `blog/photo.jpg` is one: the same
 * below a folder, in a bucket and in a URL, and hidden in none of them.
 */
export function problemOfPicturePath(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (Buffer.byteLength(path) > maxPathBytes) return `has more than ${maxPathBytes} bytes`;
  if (unfit.test(path)) return String.raw`holds a control character or one of \ ? # % : * " < > |`;
  if (path !== path.normalize('NFC')) return 'is not in the normal form of Unicode (NFC)';
  for (const part of path.split('/')) {
    if (part === '') return 'begins or ends with a slash, or has two of them';
    if (part.startsWith('.')) return 'has a part that begins with a dot';
    if (part.endsWith('.') || part !== part.trim()) return 'has a part with a dot or a space at its end';
    if (Buffer.byteLength(part) > maxPartBytes) return `has a part of more than ${maxPartBytes} bytes`;
  }
  return undefined;
}

/** @throws {InvalidParameterError} it is none that a picture may have. */
export function checkPicturePath(path: string, parameter = 'path'): void {
  const problem = problemOfPicturePath(path);
  if (problem !== undefined) throw new InvalidParameterError(parameter, problem, ['blog/photo.jpg']);
}
