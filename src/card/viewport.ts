import type { Viewport } from './variants.ts';

/** A favicon is smaller, and no card. */
const minSide = 16;
const maxSide = 4096;
const maxScale = 4;
/** Three times as many as the largest of the named sizes has; a browser holds four bytes for each. */
const maxPixels = 9_000_000;

/** A size of somebody's own. */
export interface OwnSize {
  readonly width: number;
  readonly height: number;
  /** @default 1 */
  readonly deviceScaleFactor?: number;
}

/** Sizes by their names. */
export type OwnSizes = Readonly<Record<string, OwnSize>>;

/**
 * What is wrong with a size that no stranger may choose: a browser paints whatever it is told,
 * gigapixels too.
 */
export function problemOfSize({ width, height, deviceScaleFactor: scale = 1 }: OwnSize): string | undefined {
  for (const [name, side] of Object.entries({ width, height })) {
    if (Number.isInteger(side) && side >= minSide && side <= maxSide) continue;
    return `its ${name} is ${String(side)}, and may be ${minSide} to ${maxSide} whole pixels`;
  }
  if (typeof scale !== 'number' || !(scale >= 1 && scale <= maxScale)) {
    return `its deviceScaleFactor is ${String(scale)}, and may be 1 to ${maxScale}`;
  }
  if (!Number.isInteger(width * scale) || !Number.isInteger(height * scale)) {
    return `${width} × ${height} times ${scale} are no whole pixels`;
  }
  const pixels = width * height * scale ** 2;
  return pixels > maxPixels ? `it has ${pixels} pixels, and may have ${maxPixels}` : undefined;
}

export function viewportOf({ width, height, deviceScaleFactor = 1 }: OwnSize): Viewport {
  return { width, height, deviceScaleFactor };
}
