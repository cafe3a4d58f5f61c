import type { Box, TextElement } from './survey.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** A picture of the card without its letters. */
export interface Backdrop {
  /** Red, green, blue, row after row. */
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for each CSS pixel. */
  readonly scale: number;
}

/**
 * Of the pixels behind a text the worst twentieth is not looked at: a hairline or the edge of a
 * picture under one letter makes no text unreadable, and a ground under a word has more.
 */
const worstShare = 0.05;

/**
 * The contrast of a text with what is really behind it: 1 to 21, as WCAG 2.2 counts. The worst
 * of its lines; nothing where its colour cannot be told.
 */
export function measureContrast(element: TextElement, backdrop: Backdrop): number | undefined {
  const color = parseColor(element.color);
  if (!color) return undefined;
  const alpha = color.alpha * element.opacity;
  const ratios = element.lines.map((line) => {
    const all = pixelsOf(letters(line, element), backdrop).map((behind) =>
      ratio(blend(color.rgb, behind, alpha), behind),
    );
    all.sort((a, b) => a - b);
    return all[Math.floor(all.length * worstShare)];
  });
  const known = ratios.filter((value) => value !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

/** The box of a line is that of the font, which may be taller than the ground it stands on. */
function letters({ left, top, right, bottom }: Box, { fontSize }: TextElement): Box {
  const spare = fontSize * 0.2;
  return { left, top: top + spare, right, bottom: bottom - spare };
}

/** `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`, `color(srgb 0.1 0.2 0.3 / 0.5)`: how Chromium serialises colours. */
function parseColor(text: string): { rgb: Rgb; alpha: number } | undefined {
  const numbers = text.match(/[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  if (text.startsWith('rgb')) return { rgb: [red, green, blue], alpha };
  if (text.startsWith('color(srgb ')) return { rgb: [red * 255, green * 255, blue * 255], alpha };
  return undefined;
}

/** Every other pixel of every other row: enough of them, and a quarter of the time. */
function pixelsOf({ left, top, right, bottom }: Box, { data, width, height, scale }: Backdrop): Rgb[] {
  const pixels: Rgb[] = [];
  const [firstX, firstY] = [Math.max(0, Math.ceil(left * scale)), Math.max(0, Math.ceil(top * scale))];
  const [endX, endY] = [Math.min(width, right * scale), Math.min(height, bottom * scale)];
  for (let y = firstY; y < endY; y += 2) {
    for (let x = firstX; x < endX; x += 2) {
      const at = (y * width + x) * 3;
      pixels.push([data[at]!, data[at + 1]!, data[at + 2]!]);
    }
  }
  return pixels;
}

function blend(front: Rgb, back: Rgb, alpha: number): Rgb {
  const mixed = (channel: 0 | 1 | 2) => front[channel] * alpha + back[channel] * (1 - alpha);
  return [mixed(0), mixed(1), mixed(2)];
}

function ratio(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
