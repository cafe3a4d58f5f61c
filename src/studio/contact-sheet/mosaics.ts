import { dirname, join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import type { Viewport } from '../../card/variants.ts';
import type { Cardstock } from '../../cardstock.ts';
import { drawLabels } from './labels.tsx';
import type { Print } from './prints.ts';

const usualMaxPixels = 30_000_000;
const largestTile = 300;
const gap = 16;
const labelHeight = 44;
const ground = '#8a8a8a';

/** The samples of one template in one size: a row of tiles below its name. */
interface Row {
  readonly title: string;
  readonly prints: readonly Print[];
}

interface Block {
  readonly variant: string;
  readonly viewport: Viewport;
  readonly rows: readonly Row[];
}

/**
 * One picture with every size below the other, of 30 megapixels at most; where that makes the
 * tiles smaller than 300 pixels, also one of each size.
 */
export async function drawMosaics(
  prints: readonly Print[],
  cardstock: Cardstock,
  outFolder: string,
  maxPixels = usualMaxPixels,
): Promise<string[]> {
  const blocks = blocksOf(prints);
  const draw = async (name: string, shown: readonly Block[]) => {
    const file = join(outFolder, name);
    await drawMosaic(shown, tileWidth(shown, maxPixels), cardstock, file);
    return file;
  };
  const pictures = [await draw('contact-sheet.png', blocks)];
  if (tileWidth(blocks, maxPixels) === largestTile) return pictures;
  for (const block of blocks) {
    pictures.push(await draw(`contact-sheet-${block.variant.replace(/[@.]/g, '-')}.png`, [block]));
  }
  return pictures;
}

function blocksOf(prints: readonly Print[]): Block[] {
  const byVariant = Map.groupBy(prints, ({ sample }) => sample.variant);
  return Array.from(byVariant, ([variant, ofVariant]) => ({
    variant,
    viewport: ofVariant[0]!.sample.viewport,
    rows: Array.from(
      Map.groupBy(ofVariant, ({ sample }) => sample.template),
      ([template, ofTemplate]) => ({ title: `${template}, ${variant}`, prints: ofTemplate }),
    ),
  }));
}

/** The largest with which the picture is not too large. */
function tileWidth(blocks: readonly Block[], maxPixels: number): number {
  let width = largestTile;
  while (width > 40 && pixels(sizeOf(blocks, width)) > maxPixels) width -= 4;
  return width;
}

function pixels({ width, height }: { width: number; height: number }): number {
  return width * height;
}

function sizeOf(blocks: readonly Block[], tile: number): { width: number; height: number } {
  const columns = Math.max(...blocks.flatMap(({ rows }) => rows.map(({ prints }) => prints.length)));
  const heights = blocks.map(({ viewport, rows }) => rows.length * rowHeight(viewport, tile));
  return { width: columns * (tile + gap) + gap, height: heights.reduce((sum, height) => sum + height, gap) };
}

function rowHeight(viewport: Viewport, tile: number): number {
  return labelHeight + tileHeight(viewport, tile) + gap;
}

function tileHeight({ width, height }: Viewport, tile: number): number {
  return Math.round((tile * height) / width);
}

async function drawMosaic(
  blocks: readonly Block[],
  tile: number,
  cardstock: Cardstock,
  file: string,
): Promise<void> {
  const size = sizeOf(blocks, tile);
  const parts: OverlayOptions[] = [];
  let top = gap / 2;
  for (const { viewport, rows } of blocks) {
    for (const { title, prints } of rows) {
      const height = tileHeight(viewport, tile);
      const columns = prints.map(({ sample }, index) => ({
        left: leftOf(index, tile),
        text: sample.example,
      }));
      const strip = { width: size.width, height: labelHeight, ground, title, columns };
      parts.push({ input: await drawLabels(strip, cardstock), left: 0, top });
      const tiles = prints.map((print) => drawTile(print, dirname(file), { width: tile, height }));
      for (const [index, input] of (await Promise.all(tiles)).entries()) {
        parts.push({ input, left: leftOf(index, tile), top: top + labelHeight });
      }
      top += rowHeight(viewport, tile);
    }
  }
  const canvas = { create: { ...size, channels: 3 as const, background: ground } };
  await sharp(canvas).composite(parts).png({ compressionLevel: 6 }).toFile(file);
}

function leftOf(column: number, tile: number): number {
  return gap + column * (tile + gap);
}

/** Red where there is no card. */
function drawTile(
  { card }: Print,
  outFolder: string,
  size: { width: number; height: number },
): Promise<Buffer> {
  const picture = card
    ? sharp(join(outFolder, card.thumbnails[600])).resize(size)
    : sharp({ create: { ...size, channels: 3, background: '#b00020' } });
  return picture.png({ compressionLevel: 1 }).toBuffer();
}
