import type { Size } from '../../protocol.ts';

/** An example in one size. */
export interface Tile {
  readonly template: string;
  readonly example: string;
  readonly variant: string;
  readonly size: Size;
}
