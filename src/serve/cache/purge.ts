import { unpackEntry } from './entry.ts';
import { pictureName } from './picture-key.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Store, StoreEntry, StoreKey } from './stores/store.ts';
import { tagsOf } from './tags.ts';

/** Which images to remove: those that fit everything that is given. */
export interface PurgeFilter {
  /** The path of a picture: all of its sizes. */
  readonly image?: string | undefined;
  readonly template?: string | undefined;
  readonly variant?: string | undefined;
  /** As a CDN is told it: `template-plain`, `variant-og`, `image-blog/photo.jpg`. */
  readonly tag?: string | undefined;
  /** Since they were made. */
  readonly olderThanMs?: number | undefined;
}

const atOnce = 1_000;

/** Removes images from a store and tells how many. What can no longer be read counts as old. */
export async function purge(store: Store, filter: PurgeFilter): Promise<number> {
  let removed = 0;
  let doomed: StoreKey[] = [];
  const remove = async () => {
    if (store.deleteAll) await store.deleteAll(doomed);
    else for (const key of doomed) await store.delete(key);
    removed += doomed.length;
    doomed = [];
  };
  for await (const entry of store.list()) {
    if (!(await fits(store, entry, filter))) continue;
    doomed.push(entry.key);
    if (!store.deleteAll || doomed.length === atOnce) await remove();
  }
  await remove();
  return removed;
}

/** Whether what an image shows is what a purge names; what nobody names is anything. */
export function isNamed(subject: Subject | undefined, filter: PurgeFilter): boolean {
  const { tag } = filter;
  const wanted = namesOf(filter);
  const fitsNames = wanted.every(([name, value]) => subject?.[name] === value);
  return fitsNames && (tag === undefined || tagsOf(subject ?? {}).includes(tag));
}

function namesOf({ image, template, variant }: PurgeFilter): [keyof Subject, string][] {
  const names = { image: image && pictureName(image), template, variant };
  return (Object.entries(names) as [keyof Subject, string | undefined][]).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
}

async function fits(store: Store, entry: StoreEntry, filter: PurgeFilter): Promise<boolean> {
  const { variant, tag, olderThanMs } = filter;
  if (namesOf(filter).length > 0 || tag !== undefined) {
    const subject = await subjectIn(store, entry.key, variant !== undefined || tag !== undefined);
    if (!isNamed(subject, filter)) return false;
  }
  return olderThanMs === undefined || (await ageMs(store, entry)) >= olderThanMs;
}

/** What a path does not tell, its object does. */
async function subjectIn(store: Store, key: StoreKey, needsVariant: boolean) {
  const subject = subjectOf(key);
  if (subject && (subject.variant !== undefined || !needsVariant)) return subject;
  const named = await store.keyOf?.(key);
  return named === undefined ? subject : subjectOf(named);
}

async function ageMs(store: Store, { key, storedAt }: StoreEntry): Promise<number> {
  if (storedAt !== undefined) return Date.now() - storedAt;
  const file = await (store.peek ? store.peek(key) : store.get(key));
  const image = file && unpackEntry(file);
  return image ? Date.now() - image.createdAt : Infinity;
}
