import type { PictureVariant } from './rules.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Shares of width and height, from the left and from above. */
export type Focus = readonly [x: number, y: number];

export interface Box extends Size {
  /** Part of the picture does not fit in. */
  readonly isCut: boolean;
  /** The picture is smaller than what was asked for. */
  readonly isReduced: boolean;
}

/** What a picture becomes: never larger than it is, and of the shape that was asked for. */
export function boxOf(from: Size, variant: PictureVariant | undefined): Box {
  if (!variant) return { ...from, isCut: false, isReduced: false };
  const { width, height, fit = height === undefined ? 'inside' : 'cover' } = variant;
  if (fit === 'cover' && height !== undefined) {
    const scale = Math.min(1, from.width / width, from.height / height);
    const box = rounded(width * scale, height * scale);
    return { ...box, isCut: true, isReduced: scale < 1 };
  }
  const scale = Math.min(width / from.width, (height ?? Infinity) / from.height);
  const box = rounded(from.width * Math.min(1, scale), from.height * Math.min(1, scale));
  return { ...box, isCut: false, isReduced: scale > 1 };
}

/** The part of a picture that fills a box, with what is in focus as near to its middle as can be. */
export function cropFor(from: Size, box: Size, [x, y]: Focus): Size & { left: number; top: number } {
  const scale = Math.min(from.width / box.width, from.height / box.height);
  const { width, height } = rounded(box.width * scale, box.height * scale);
  return {
    width,
    height,
    left: within(x * from.width - width / 2, from.width - width),
    top: within(y * from.height - height / 2, from.height - height),
  };
}

function rounded(width: number, height: number): Size {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

function within(at: number, most: number): number {
  return Math.round(Math.min(Math.max(at, 0), most));
}
