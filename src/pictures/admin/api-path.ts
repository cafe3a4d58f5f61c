import { InvalidParameterError, MethodNotAllowedError } from '../../errors.ts';
import { apiPath } from '../../serve/url/paths.ts';
import { checkPicturePath } from '../path.ts';

/** What is asked of the API. */
export type Asked =
  | { readonly what: 'list' | 'create upload' | 'upload' | 'purge tag' }
  | { readonly what: 'describe' | 'remove' | 'purge'; readonly path: string };

/**
 * @param pathname Behind what the server is mounted below.
 * @throws {MethodNotAllowedError} this is not done there.
 * @throws {InvalidParameterError} no picture has such a path.
 */
export function readApiPath(method: string, pathname: string): Asked {
  const rest = pathname.slice(apiPath.length + 1);
  const asked = method === 'HEAD' ? 'GET' : method;
  if (rest === '') return among(asked, { GET: { what: 'list' } });
  if (asked === 'POST' && rest === 'uploads') return { what: 'create upload' };
  if (asked === 'POST' && rest === 'purge') return { what: 'purge tag' };
  if (isUploadPath(method, pathname)) return { what: 'upload' };
  const [, purged] = /^(.+)\/purge$/.exec(rest) ?? [];
  if (asked === 'POST' && purged !== undefined) return { what: 'purge', path: pictureIn(purged) };
  const path = pictureIn(rest);
  return among(asked, { GET: { what: 'describe', path }, DELETE: { what: 'remove', path } });
}

/** An address for one upload: it brings its own permission. */
export function isUploadPath(method: string, pathname: string): boolean {
  return (
    (method === 'POST' || method === 'OPTIONS') && /^\/uploads\/[\w-]+$/.test(pathname.slice(apiPath.length))
  );
}

function among(method: string, does: Readonly<Record<string, Asked>>): Asked {
  const asked = Object.hasOwn(does, method) ? does[method] : undefined;
  if (asked) return asked;
  throw new MethodNotAllowedError(
    Object.keys(does).flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name])),
  );
}

/** Of one address of a picture there may be several spellings; all of them mean one path. */
function pictureIn(encoded: string): string {
  let path: string;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    throw new InvalidParameterError('path', 'has a broken escape');
  }
  checkPicturePath(path);
  return path;
}
