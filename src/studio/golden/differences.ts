import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import type { Cardstock } from '../../cardstock.ts';
import { drawLabels } from '../contact-sheet/labels.tsx';
import { sentenceOf, type Verdict } from './verdict.ts';

const ground = '#8a8a8a';
const gap = 16;
const labelHeight = 44;
const overviewWidth = 1_280;
/** More of them are in their own files alone. */
const maxRows = 60;

export interface Triptych {
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
  readonly difference: Uint8Array | undefined;
}

/** Before, after and what is between them, side by side in full size. What there is none of is left out. */
export async function drawTriptych({ before, after, difference }: Triptych): Promise<Buffer> {
  const pictures = [before, after, difference];
  const sizes = await Promise.all(pictures.map(async (each) => each && sharp(each).metadata()));
  const width = Math.max(...sizes.map((size) => size?.width ?? 0));
  const height = Math.max(...sizes.map((size) => size?.height ?? 0));
  const canvas = { width: 3 * width + 2 * gap, height, channels: 3 as const, background: ground };
  const parts = pictures.flatMap((each, index): OverlayOptions[] =>
    each ? [{ input: Buffer.from(each), left: index * (width + gap), top: 0 }] : [],
  );
  return sharp({ create: canvas }).composite(parts).png().toBuffer();
}

/** Where pictures of differences go; those of an earlier check are removed. */
export class DifferenceFolder {
  readonly #folder: string;

  constructor(outFolder: string) {
    this.#folder = outFolder;
  }

  async clear(): Promise<void> {
    await rm(join(this.#folder, 'differences'), { recursive: true, force: true });
    await rm(this.#overview, { force: true });
  }

  async write(name: string, triptych: Triptych): Promise<string> {
    const file = join(this.#folder, 'differences', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await drawTriptych(triptych));
    return file;
  }

  /** All of them below each other, small, each with what is said of it; nothing where there are none. */
  async drawOverview(verdicts: readonly Verdict[], cardstock: Cardstock): Promise<string | undefined> {
    const shown = verdicts.filter(({ difference }) => difference !== undefined).slice(0, maxRows);
    if (shown.length === 0) return undefined;
    const parts: OverlayOptions[] = [];
    let top = 0;
    for (const verdict of shown) {
      parts.push({ input: await drawCaption(verdict, cardstock), left: 0, top });
      const row = await sharp(verdict.difference)
        .resize({ width: overviewWidth - 2 * gap })
        .toBuffer({ resolveWithObject: true });
      parts.push({ input: row.data, left: gap, top: top + labelHeight });
      top += labelHeight + row.info.height + gap;
    }
    const canvas = { width: overviewWidth, height: top, channels: 3 as const, background: ground };
    await sharp({ create: canvas }).composite(parts).png().toFile(this.#overview);
    return this.#overview;
  }

  get #overview(): string {
    return join(this.#folder, 'differences.png');
  }
}

function drawCaption(verdict: Verdict, cardstock: Cardstock): Promise<Buffer> {
  const third = (overviewWidth - 2 * gap) / 3 + 2; // and what is left there of the gap
  const columns = ['accepted', 'now', 'difference'].map((text, index) => ({
    left: Math.round(gap + index * third),
    text,
  }));
  const strip = { width: overviewWidth, height: labelHeight, ground, title: sentenceOf(verdict), columns };
  return drawLabels(strip, cardstock);
}
