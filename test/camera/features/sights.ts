import sharp from 'sharp';
import { rgb } from '../../support/pixels.ts';
import { type Area, type Colour, colours, type Sight } from './feature.ts';

/** Pixels: red, green, blue, row after row. */
export interface Drawing {
  readonly width: number;
  readonly pixels: Buffer;
}

/** Letters are not quite of their colour at their edges, and encoders of full colour round by one. */
const tolerance = 4;

export async function readDrawing(picture: Buffer): Promise<Drawing> {
  const { width } = await sharp(picture).metadata();
  return { width, pixels: await rgb(picture) };
}

export function cutOut(drawing: Drawing, [left, top, width, height]: Area): Drawing {
  const rows = Array.from({ length: height }, (_, row) => {
    const start = 3 * ((top + row) * drawing.width + left);
    return drawing.pixels.subarray(start, start + 3 * width);
  });
  return { width, pixels: Buffer.concat(rows) };
}

/** What is not as it should be, a sentence each. */
export function missedSights(drawing: Drawing, sights: readonly Sight[]): string[] {
  return sights.map((sight) => missed(drawing, sight)).filter((sentence) => sentence !== undefined);
}

function missed(drawing: Drawing, sight: Sight): string | undefined {
  if (sight.kind === 'point') {
    const [x, y] = sight.at;
    const found = pixelAt(drawing, x, y);
    if (isNear(found, sight.colour)) return;
    return `at ${x}, ${y} is #${found.map((value) => value.toString(16).padStart(2, '0')).join('')}, not ${sight.colour}`;
  }
  if (sight.kind === 'share') {
    const found = shareOf(drawing, sight.of, sight.colour);
    if (found >= sight.from && found <= sight.to) return;
    return `${found.toFixed(3)} of [${sight.of.join(', ')}] is ${sight.colour}, not ${sight.from} to ${sight.to}`;
  }
  if (isAlike(drawing, sight.one, sight.other)) return;
  return `[${sight.one.join(', ')}] does not look like what is at ${sight.other.join(', ')}`;
}

function pixelAt({ width, pixels }: Drawing, x: number, y: number): number[] {
  const at = 3 * (y * width + x);
  return [...pixels.subarray(at, at + 3)];
}

function isNear(found: readonly number[], colour: Colour): boolean {
  const hex = colour.startsWith('#') ? colour : colours[colour as keyof typeof colours];
  const wanted = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return wanted.every((value, channel) => Math.abs(value - found[channel]!) <= tolerance);
}

function places([left, top, width, height]: Area): (readonly [x: number, y: number])[] {
  return Array.from(
    { length: width * height },
    (_, index) => [left + (index % width), top + Math.floor(index / width)] as const,
  );
}

function shareOf(drawing: Drawing, area: Area, colour: Colour): number {
  const all = places(area);
  return all.filter(([x, y]) => isNear(pixelAt(drawing, x, y), colour)).length / all.length;
}

function isAlike(drawing: Drawing, one: Area, [left, top]: readonly [number, number]): boolean {
  return places(one).every(([x, y]) => {
    const other = pixelAt(drawing, x - one[0] + left, y - one[1] + top);
    return pixelAt(drawing, x, y).every((value, channel) => Math.abs(value - other[channel]!) <= tolerance);
  });
}

/** The mean over all channels of all pixels, 0 to 255. */
export function meanDifference(one: Drawing, other: Drawing): number {
  const sum = one.pixels.reduce((total, value, at) => total + Math.abs(value - other.pixels[at]!), 0);
  return sum / one.pixels.length;
}
