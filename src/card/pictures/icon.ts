import { readFile, stat } from 'node:fs/promises';
import { limitsForOwners } from './limits.ts';
import { mainColorOf } from './main-color.ts';
import { reencodeImage } from './reencode.ts';

/** The icon of a site, as a card can show it. */
export interface Icon {
  readonly dataUrl: string;
  readonly width: number;
  readonly height: number;
  /** As `#rrggbb`; a grey icon has none. */
  readonly mainColor?: string;
}

/** A drawing is drawn so large; of a picture no side is longer. */
const maxPixelsSide = 512;
/** As many pixels as a colour can be told by. */
const sampledSide = 64;

/**
 * The icon in a file of the site: of the kinds that browsers take, ICO too. Nothing where
 * there is none, for a site does well without.
 */
export async function readIcon(file: string): Promise<Icon | undefined> {
  try {
    if ((await stat(file)).size > limitsForOwners.maxBytes) return undefined;
    const picture = await pictureIn(await readFile(file));
    const { bytes, format, width, height } = await reencodeImage(picture, { isOwn: true, maxPixelsSide });
    const mainColor = mainColorOf(await sample(bytes));
    const dataUrl = `data:image/${format};base64,${bytes.toString('base64')}`;
    return { dataUrl, width, height, ...(mainColor && { mainColor }) };
  } catch {
    return undefined;
  }
}

/** An ICO holds its picture in several sizes, of which the largest is taken; sharp reads none of it. */
async function pictureIn(bytes: Buffer): Promise<Buffer> {
  if (bytes.readUInt32LE(0) !== 0x00010000) return bytes;
  const { default: decodeIco } = await import('decode-ico');
  const largest = decodeIco(bytes).reduce((best, entry) => (entry.width > best.width ? entry : best));
  if (largest.type === 'png') return Buffer.from(largest.data);
  const { default: sharp } = await import('sharp');
  const { data, width, height } = largest;
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}

async function sample(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const size = { width: sampledSide, height: sampledSide, fit: 'inside', withoutEnlargement: true } as const;
  return sharp(bytes).resize(size).ensureAlpha().raw().toBuffer();
}
