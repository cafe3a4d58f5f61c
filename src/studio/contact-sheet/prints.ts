import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { findingsOf } from '../../card/findings.ts';
import { fileExtensions } from '../../card/variants.ts';
import type { OpenGraphImage } from '../../camera/open-graph-image.ts';
import type { Sample } from './samples.ts';

/** The widths cards are looked at in: a feed on a large screen, and a message on a small one. */
export const printWidths = [600, 300] as const;
export type PrintWidth = (typeof printWidths)[number];

/** A sample as it lies on the sheet. */
export interface Print {
  readonly sample: Sample;
  /** What is to be seen; nothing where the card could not be made. */
  readonly card?: PrintedCard;
  readonly failure?: string;
}

export interface PrintedCard extends Pick<OpenGraphImage, 'alt' | 'fitted' | 'width' | 'height'> {
  readonly kilobytes: number;
  /** What of it may be less than its page deserves. */
  readonly findings: readonly string[];
  /** Seen from the page. */
  readonly file: string;
  readonly thumbnails: Readonly<Record<PrintWidth, string>>;
}

type Printer = (sample: Sample, image: OpenGraphImage | string) => Promise<Print>;

/** Writes each card as it is, and small, into `cards/` of a folder that is there. */
export function printer(outFolder: string): Printer {
  return async (sample, image) => {
    if (typeof image === 'string') return { sample, failure: image };
    const file = `cards/${sample.fileName}.${fileExtensions[image.format]}`;
    const thumbnails = { 600: `cards/${sample.fileName}-600.webp`, 300: `cards/${sample.fileName}-300.webp` };
    await writeFile(join(outFolder, file), image.bytes);
    for (const width of printWidths) {
      const small = sharp(image.bytes).resize({ width }).webp({ quality: 88, effort: 2 });
      await small.toFile(join(outFolder, thumbnails[width]));
    }
    const { alt, fitted, width, height, bytes } = image;
    const kilobytes = Math.round(bytes.length / 1000);
    const card = { alt, fitted, width, height, kilobytes, findings: findingsOf(image), file, thumbnails };
    return { sample, card };
  };
}
