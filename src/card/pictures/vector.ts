/** At this density a pixel of SVG is a pixel of the picture. */
const cssDensity = 72;
const [leastDensity, greatestDensity] = [1, 100_000];

/** The density at which the longer side of a drawing has just so many pixels. */
export function drawingDensity({ width, height }: { width: number; height: number }, side: number): number {
  const density = (cssDensity * side) / Math.max(width, height, 1);
  return Math.min(Math.max(density, leastDensity), greatestDensity);
}
