import { PNG } from 'pngjs';

const light = '#ffffff';
const dark = '#16181d';
const head = /^data:image\/png;base64,/;
/** Below this contrast of WCAG the eye loses a shape. */
const leastSeen = 1.6;
/** Every so many pixels are looked at, in both directions. */
const stride = 3;

/**
 * What a picture must lie on for all of it to be seen, whatever the card is printed on: a dark
 * logo on white, a white one on near black. Undefined for one that covers its ground; those reach
 * a template as JPEG.
 */
export function tileOf(picture: string): string | undefined {
  if (!head.test(picture)) return undefined;
  if (known.has(picture)) return known.get(picture);
  const tile = toneOf(Buffer.from(picture.replace(head, ''), 'base64'));
  if (known.size >= maxKnown) known.clear();
  known.set(picture, tile);
  return tile;
}

/** A logo is on every card of its site, and takes as long to look at as the rest of a card. */
const known = new Map<string, string | undefined>();
const maxKnown = 8;
/** As large as pictures of cards are made; what was not made so yet is not looked into. */
const maxSide = 1200;

/** Nothing for what is no PNG: it is looked at before anybody has checked the picture. */
function toneOf(png: Buffer): string | undefined {
  if (png.length < 24 || png.readUInt32BE(16) > maxSide || png.readUInt32BE(20) > maxSide) return undefined;
  try {
    const [onLight, onDark] = unseen(PNG.sync.read(png));
    return onDark < onLight ? dark : light;
  } catch {
    return undefined;
  }
}

/** How much of a picture vanishes on white, and on near black. */
function unseen({ data, width, height }: PNG): [onLight: number, onDark: number] {
  let [onLight, onDark] = [0, 0];
  for (let y = 0; y < height; y += stride) {
    for (let x = 0; x < width; x += stride) {
      const at = (y * width + x) * 4;
      const alpha = data[at + 3]!;
      const tone = luminance(data[at]!, data[at + 1]!, data[at + 2]!);
      if (1.05 / (tone + 0.05) < leastSeen) onLight += alpha;
      if ((tone + 0.05) / 0.06 < leastSeen) onDark += alpha;
    }
  }
  return [onLight, onDark];
}

/** Near enough to WCAG's relative luminance to tell dark from light. */
function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * (red / 255) ** 2.2 + 0.7152 * (green / 255) ** 2.2 + 0.0722 * (blue / 255) ** 2.2;
}
