import { type Box, meet } from './box.ts';

/** A picture of a card: red, green, blue, row after row. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for each CSS pixel. */
  readonly scale: number;
}

/**
 * The tenth of a line's pixels where it stands out least is not looked at: a hairline, a corner
 * of a photo or the edge of a badge behind a few letters makes no line unreadable. A pale patch
 * behind one word of five does, and is a fifth of the line.
 */
const leftOutShare = 0.1;

/**
 * How a line of text stands out from what is really behind it, 1 to 21 as WCAG 2.2 counts:
 * pixel by pixel, one picture with the colour of the text laid over its lines and one with
 * nothing but the ground. Nothing where no pixel of the line is in the picture.
 */
export function contrastIn(line: Box, ink: Pixels, ground: Pixels): number | undefined {
  const ratios: number[] = [];
  for (const at of pixelsOf(line, ground)) {
    ratios.push(ratio(luminanceAt(ink.data, at), luminanceAt(ground.data, at)));
  }
  ratios.sort((one, other) => one - other);
  return ratios[Math.floor(ratios.length * leftOutShare)];
}

/** Where the pixels that lie wholly inside of a box begin in the data. */
function* pixelsOf(box: Box, { width, height, scale }: Pixels): Iterable<number> {
  const whole = { left: 0, top: 0, right: width, bottom: height };
  const scaled = { ...box };
  for (const side of ['left', 'top', 'right', 'bottom'] as const) scaled[side] = box[side] * scale;
  const { left, top, right, bottom } = meet(scaled, whole);
  for (let y = Math.ceil(top); y + 1 <= bottom; y++) {
    for (let x = Math.ceil(left); x + 1 <= right; x++) yield (y * width + x) * 3;
  }
}

function ratio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminanceAt(data: Buffer, at: number): number {
  return 0.2126 * linear[data[at]!]! + 0.7152 * linear[data[at + 1]!]! + 0.0722 * linear[data[at + 2]!]!;
}

/** The light of each of the 256 steps of sRGB. */
const linear = Array.from({ length: 256 }, (_, step) => {
  const share = step / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});
