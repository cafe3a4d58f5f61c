import type { Failure, SheetFacts } from '../../protocol.ts';
import { FailedRequest } from '../net/api.ts';
import type { Tile } from './tile.ts';

export function tileUrl(tile: Tile, revision: string): string {
  return `_studio/thumbnail?${queryOf(tile, revision)}`;
}

/** Accepted, now and difference in one picture. */
export function differenceUrl(tile: Tile, revision: string): string {
  return `_studio/difference?${queryOf(tile, revision)}`;
}

export async function sheetFacts(tile: Tile, signal: AbortSignal): Promise<SheetFacts> {
  const response = await fetch(`_studio/sheet-facts?${queryOf(tile)}`, { signal });
  if (!response.ok) throw new FailedRequest((await response.json()) as Failure);
  return (await response.json()) as SheetFacts;
}

function queryOf({ template, example, variant }: Tile, revision?: string): string {
  const said = { template, example, variant, ...(revision !== undefined && { revision }) };
  return new URLSearchParams(said).toString();
}
