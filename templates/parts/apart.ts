import { contrast, mix, type Paper, palette, type Papers, type Theme } from './palette.ts';

/** Less than this and an area's edge is not seen; yellow on white, 1.17, is told by its hue. */
const leastSeen = 1.1;

/** The brand colour for an area, moved a little towards the ink where it would vanish in the paper. */
export function apartFrom({ ground, ink }: Paper, brand: string): string {
  return contrast(brand, ground) < leastSeen ? mix(brand, ink, 0.14) : brand;
}

/** The palette of a design with a large area of the brand's colour, whose edge must be seen. */
export function areaPalette(options: { theme: Theme; brand: string; papers: Papers }) {
  const { theme, brand, papers } = options;
  return palette({ theme, brand: apartFrom(papers[theme], brand), papers });
}
