/** A rectangle in CSS pixels of the card. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const sides = ['left', 'top', 'right', 'bottom'] as const;
export type Side = (typeof sides)[number];

/** What two boxes share; its sides are the wrong way round where that is nothing. */
export function meet(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

export function widthOf({ left, right }: Box): number {
  return right - left;
}

export function heightOf({ top, bottom }: Box): number {
  return bottom - top;
}

/** How far a box reaches out of a frame on each side; less than nothing where it stays inside. */
export function reachOf(box: Box, frame: Box): Readonly<Record<Side, number>> {
  return {
    left: frame.left - box.left,
    top: frame.top - box.top,
    right: box.right - frame.right,
    bottom: box.bottom - frame.bottom,
  };
}

/** The side on which a box reaches out farthest, and how far. */
export function farthestReach(box: Box, frame: Box): { side: Side; reach: number } {
  const reaches = reachOf(box, frame);
  const side = sides.reduce((far, next) => (reaches[next] > reaches[far] ? next : far));
  return { side, reach: reaches[side] };
}
