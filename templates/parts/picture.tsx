import { tileOf } from './tile.ts';

/** A picture; where one can look through it (`see-through`), with a ground on which it is seen. */
export function Picture({ source }: { source: string }) {
  const tile = tileOf(source);
  return <img src={source} alt="" class={tile && 'see-through'} style={{ background: tile }} />;
}
