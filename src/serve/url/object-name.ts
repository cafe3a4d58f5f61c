import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';

/**
 * The name under which a sealed card's picture is kept where a key may not be as long as a URL:
 * its own, or the hash of one that is too long. A payload begins with `A`, for it begins with six
 * bits that are never set, so no hash in small letters is another card's name.
 */
export function objectName(name: string): string {
  if (name.length <= limits.objectNameBytes) return name;
  const hash = createHash('sha256').update(name).digest('hex');
  return `${hash}${name.slice(name.lastIndexOf('.'))}`;
}
