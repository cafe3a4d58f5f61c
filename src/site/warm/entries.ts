import { join } from 'node:path';
import { listPages } from '../read/list-pages.ts';
import { openGraphImages } from '../doctor/page-tags.ts';
import { readFileUpTo } from '../doctor/read-file.ts';
import { readPageTags } from '../doctor/read-page-tags.ts';
import { reasonOf } from '../../system/network/reason.ts';
import { maxPageBytes } from '../read/html/reason-to-skip.ts';
import type { Web } from '../../system/network/web.ts';
import type { List } from './parse-list.ts';
import { type ListAskOptions, readNestedList, readTarget } from './read-target.ts';
import type { DeclaredSize } from './warm-image.ts';

/** Something that a target names. */
export type Entry =
  | {
      readonly kind: 'image';
      readonly address: string;
      readonly from: string;
      readonly declared: DeclaredSize;
    }
  /** A page or an image: its answer will tell. */
  | { readonly kind: 'address'; readonly address: string; readonly from: string }
  | { readonly kind: 'page'; readonly images: number; readonly from: string }
  | { readonly kind: 'problem'; readonly reason: string; readonly from: string };

export interface EntriesOptions extends ListAskOptions {
  readonly maxAddresses: number;
}

/** A sitemap index may name so many; one that names itself ends sooner. */
const maxLists = 1_000;

/**
 * Everything that a target names, a list at a time: a folder's images, a list's addresses, the
 * lists of a list.
 *
 * @throws {TargetError}
 */
export async function* entriesOf(target: string, web: Web, options: EntriesOptions): AsyncGenerator<Entry> {
  const found = await readTarget(target, web, options);
  switch (found.kind) {
    case 'folder':
      yield* entriesOfFolder(found.folder);
      break;
    case 'address':
      yield { kind: 'address', address: found.address, from: target };
      break;
    case 'list':
      yield* entriesOfList({ from: target, base: found.base, list: found.list }, web, options);
  }
}

async function* entriesOfFolder(folder: string): AsyncGenerator<Entry> {
  const { pages, unreadable } = await listPages(folder);
  for (const page of [...pages, ...unreadable]) yield* await entriesOfPage(folder, page);
}

async function entriesOfPage(folder: string, page: string): Promise<Entry[]> {
  try {
    const { bytes } = await readFileUpTo(join(folder, page), maxPageBytes);
    const images = openGraphImages(readPageTags(bytes));
    return [
      { kind: 'page', images: images.length, from: page },
      ...images.map(({ url, ...declared }) => ({
        kind: 'image' as const,
        address: url,
        from: page,
        declared,
      })),
    ];
  } catch (error) {
    return [{ kind: 'problem', reason: reasonOf(error), from: page }];
  }
}

async function* entriesOfList(first: OpenList, web: Web, options: EntriesOptions): AsyncGenerator<Entry> {
  const { maxAddresses } = options;
  let count = 0;
  for await (const found of leavesOf(first, web, options)) {
    if ('kind' in found) {
      yield found;
      continue;
    }
    for (const address of found.addresses) {
      if (count === maxAddresses) {
        const reason = `there are more than ${maxAddresses} addresses; the others are left out`;
        yield { kind: 'problem', reason, from: found.from };
        return;
      }
      count += 1;
      yield { kind: 'address', address, from: found.from };
    }
  }
}

/** A list that was read, or will be. */
interface OpenList {
  readonly from: string;
  readonly base: string | undefined;
  readonly list?: List;
}

interface Leaf {
  readonly from: string;
  readonly addresses: readonly string[];
}

/** The lists of pages and images, through those that name lists. */
async function* leavesOf(first: OpenList, web: Web, options: EntriesOptions): AsyncGenerator<Leaf | Entry> {
  const waiting = [first];
  const known = new Set([first.base]);
  for (let open = waiting.shift(); open; open = waiting.shift()) {
    const { from, base } = open;
    const list = open.list ?? (await readNestedList(from, web, options).catch(asProblem(from, options)));
    if ('kind' in list) {
      yield list;
      continue;
    }
    const addresses = list.addresses.map((address) => whole(address, base));
    if (list.of === 'addresses') yield { from, addresses };
    const unknown = list.of === 'lists' ? addresses.filter((address) => !known.has(address)) : [];
    const taken = unknown.slice(0, Math.max(0, maxLists - known.size));
    if (taken.length < unknown.length) {
      yield {
        kind: 'problem',
        reason: `there are more than ${maxLists} lists; the others are left out`,
        from,
      };
    }
    for (const address of taken) {
      known.add(address);
      waiting.push({ from: address, base: address });
    }
  }
}

function asProblem(from: string, { signal }: EntriesOptions) {
  return (error: unknown): Entry & { kind: 'problem' } => {
    signal?.throwIfAborted();
    return { kind: 'problem', reason: reasonOf(error), from };
  };
}

function whole(address: string, base: string | undefined): string {
  return base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : address;
}
