import type { Account } from './account.ts';
import { Refusal } from './refusal.ts';

/** So many at a time; a few, so that a test need not have a thousand. */
export const mostDeleted = 3;

/** What the Admin API deletes: images by their public ids or by how these begin, with all derived from them. */
export function deleteResources(account: Account, kind: string, form: URLSearchParams) {
  const publicIds = form.getAll('public_ids[]');
  const prefix = form.get('prefix');
  const keepsOriginal = form.get('keep_original') === 'true';
  if (form.get('invalidate') !== 'true')
    throw new Refusal(400, 'The stand-in wants CDN copies to go as well');
  if (publicIds.length > 100) throw new Refusal(400, 'At most 100 public ids');
  if ((prefix === null) === (publicIds.length === 0)) throw new Refusal(400, 'Public ids or a prefix');
  const belongs = (key: string) => {
    const id = idOf(key, kind);
    return id !== undefined && (prefix === null ? publicIds.includes(id) : id.startsWith(prefix));
  };
  const found = [...account.derived.keys()].filter(belongs);
  for (const key of found.slice(0, mostDeleted)) account.derived.delete(key);
  if (!keepsOriginal) for (const id of publicIds) account.assets.delete(id);
  const partial = found.length > mostDeleted;
  return { deleted: {}, partial, ...(partial && { next_cursor: 'more' }) };
}

/** The public id of a derived image, by the path that it is kept under. */
function idOf(key: string, kind: string): string | undefined {
  const path = key.startsWith(`${kind}/`) ? key.slice(kind.length + 1) : undefined;
  if (kind === 'fetch') return /https?:.*$/s.exec(path ?? '')?.[0];
  return path && /([^/]+?)(?:\.\w+)?$/.exec(path)?.[1];
}
