/** Pixels as red, green, blue and alpha, a byte each. */
type Pixels = Uint8Array;

interface Bin {
  weight: number;
  readonly sum: [red: number, green: number, blue: number];
}

const hueBins = 24;
const leastAlpha = 128;
const leastSaturation = 0.2;
/** Brighter in its darkest channel is white; darker in its brightest is black. */
const [whiteFrom, blackTo] = [235, 30];
/** Less of all that can be seen is a speck, or the fringe of a smoothed edge. */
const leastShare = 0.02;

/**
 * The colour that a picture is remembered by, as `#rrggbb`: of the hue that most of its
 * coloured pixels have, the more the more vivid they are. Nothing where it is grey.
 */
export function mainColorOf(pixels: Pixels): string | undefined {
  const bins = Array.from({ length: hueBins }, (): Bin => ({ weight: 0, sum: [0, 0, 0] }));
  let visible = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3]! < leastAlpha) continue;
    visible += 1;
    count(bins, pixels[at]!, pixels[at + 1]!, pixels[at + 2]!);
  }
  const around = bins.map((_, hue) => merged([bins.at(hue - 1)!, bins[hue]!, bins[(hue + 1) % hueBins]!]));
  const heaviest = around.reduce((best, bin) => (bin.weight > best.weight ? bin : best));
  return heaviest.weight > visible * leastShare ? toHex(heaviest) : undefined;
}

function count(bins: readonly Bin[], red: number, green: number, blue: number): void {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const saturation = most === 0 ? 0 : (most - least) / most;
  if (least > whiteFrom || most < blackTo || saturation < leastSaturation) return;
  const bin = bins[Math.floor(hueOf(red, green, blue) * hueBins) % hueBins]!;
  bin.weight += saturation;
  [red, green, blue].forEach((channel, index) => (bin.sum[index]! += channel * saturation));
}

/** From 0 to 1, where both are red. */
function hueOf(red: number, green: number, blue: number): number {
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (most === red) return ((green - blue) / chroma / 6 + 1) % 1;
  return (most === green ? (blue - red) / chroma + 2 : (red - green) / chroma + 4) / 6;
}

function merged(bins: readonly Bin[]): Bin {
  const total = (index: number) => bins.reduce((sum, bin) => sum + bin.sum[index]!, 0);
  return { weight: bins.reduce((sum, { weight }) => sum + weight, 0), sum: [total(0), total(1), total(2)] };
}

function toHex({ weight, sum }: Bin): string {
  const channels = sum.map((total) =>
    Math.round(total / weight)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${channels.join('')}`;
}
