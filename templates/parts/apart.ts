import { contrast, mix, type Paper } from './palette.ts';

/** Less than this and an area's edge is not seen; yellow on white, 1.17, is told by its hue. */
const leastSeen = 1.1;

/** The brand colour for an area, moved a little towards the ink where it would vanish in the paper. */
export function apartFrom({ ground, ink }: Paper, brand: string): string {
  return contrast(brand, ground) < leastSeen ? mix(brand, ink, 0.14) : brand;
}
