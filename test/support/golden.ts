import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { RawProps } from '../../src/card/props.ts';
import type { Cardstock, Template } from '../../src/index.ts';

/** One example in one size, as small as a golden keeps it. */
export interface Cell {
  readonly example: string;
  readonly variant: 'og' | 'square';
  /** Red, green, blue, row after row. */
  readonly pixels: Buffer;
}

const sizes = { og: { width: 400, height: 210 }, square: { width: 200, height: 200 } } as const;
const lefts = { og: 0, square: 408 } as const;
const rowHeight = 218;
const sheetWidth = 608;

/**
 * How far a cell may be from its golden. Measured on five templates: the golden's own encoding
 * moves a cell by 1.3 on average at most, and no pixel by more than 8; drawing again moves
 * nothing. A header one pixel further right moves 0.3 to 0.8 % of the pixels by more than 12,
 * `#777` for `#666` 0.1 to 0.6 % in `og`, another red of one dot 0.025 %, and a paper four levels
 * darker everything by 3.2 or more. JPEG would move 1 to 3 % of the pixels by more than 8.
 */
export const tolerance = { pixelDifference: 12, share: 0.0002, mean: 1.8 } as const;

export function goldenFile(template: string): string {
  return join(import.meta.dirname, '../golden', `${template}.webp`);
}

/** Every example of a template, og and square, in the order in which it declares them. */
export async function photographCells(template: Template, cardstock: Cardstock): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const [example, props] of Object.entries(template.examples)) {
    for (const variant of ['og', 'square'] as const) {
      const request = { template: template.name, props: props as RawProps, variant, format: 'png' };
      const { bytes } = await cardstock.render(request);
      const small = sharp(bytes).resize(sizes[variant]).removeAlpha().toColourspace('srgb');
      cells.push({ example, variant, pixels: await small.raw().toBuffer() });
    }
  }
  return cells;
}

/** A row an example. Almost lossless: no value changes by more than eight. */
export function toSheet(cells: readonly Cell[]): Promise<Buffer> {
  const parts = cells.map(({ variant, pixels }, index) => ({
    input: pixels,
    raw: { ...sizes[variant], channels: 3 as const },
    left: lefts[variant],
    top: Math.floor(index / 2) * rowHeight,
  }));
  const height = Math.ceil(cells.length / 2) * rowHeight;
  return sharp({ create: { width: sheetWidth, height, channels: 3, background: '#888' } })
    .composite(parts)
    .webp({ nearLossless: true, quality: 20, effort: 6 })
    .toBuffer();
}

/** What of a sheet is not as it should be, a sentence for each cell; the sheet has a cell for each of them. */
export async function differences(cells: readonly Cell[], golden: Buffer): Promise<string[]> {
  const { height } = await sharp(golden).metadata();
  const rows = height / rowHeight;
  if (rows !== cells.length / 2) return [`the golden has ${rows} examples, the template ${cells.length / 2}`];
  const found: string[] = [];
  for (const [index, { example, variant, pixels }] of cells.entries()) {
    const region = { left: lefts[variant], top: Math.floor(index / 2) * rowHeight, ...sizes[variant] };
    const expected = await sharp(golden).extract(region).removeAlpha().raw().toBuffer();
    const { mean, share } = compare(pixels, expected);
    if (mean <= tolerance.mean && share <= tolerance.share) continue;
    found.push(
      `"${example}", ${variant}: ${(100 * share).toFixed(2)} % of its pixels differ, on average by ${mean.toFixed(2)}`,
    );
  }
  return found;
}

/** The mean difference of all values, and which share of the pixels differs to be seen. */
function compare(one: Buffer, other: Buffer): { mean: number; share: number } {
  let [sum, differing] = [0, 0];
  for (let pixel = 0; pixel < one.length; pixel += 3) {
    const steps = [0, 1, 2].map((channel) => Math.abs(one[pixel + channel]! - other[pixel + channel]!));
    sum += steps[0]! + steps[1]! + steps[2]!;
    if (Math.max(...steps) > tolerance.pixelDifference) differing += 1;
  }
  return { mean: sum / one.length, share: differing / (one.length / 3) };
}

/** Undefined where there is none yet. */
export async function readGolden(template: string): Promise<Buffer | undefined> {
  return readFile(goldenFile(template)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

export async function writeSheet(file: string, cells: readonly Cell[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await toSheet(cells));
}
