/** A colour as `#rrggbb`, from the ways in which manifests and tags write them; nothing for what is none, or is seen through. */
export function parseColor(text: string): string | undefined {
  const color = text.trim().toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(color);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  if (/^#[\da-f]{6}(?:ff)?$/.test(color)) return color.slice(0, 7);
  const parts = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(color)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return undefined;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Far enough from grey to be somebody's colour, in steps of 255 between the strongest and the weakest channel. */
const minSpread = 45;

/** @param color `#rrggbb` */
export function isColorful(color: string): boolean {
  const channels = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return Math.max(...channels) - Math.min(...channels) >= minSpread;
}
