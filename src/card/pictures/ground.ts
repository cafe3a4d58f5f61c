/** What a picture that one sees through must lie on for all of it to be seen. */
export type Ground = 'light' | 'dark';

/** Below this contrast of WCAG the eye loses a shape. */
const leastSeen = 1.6;
/** A picture that covers so much of its place has a ground of its own, with corners cut off. */
const ownGround = 0.6;
/** Every so many pixels are looked at. */
const stride = 7;

/**
 * Whether less of a picture vanishes on white, or on near black: a dark logo wants white. Nothing
 * for an icon that brings its ground.
 *
 * @param pixels Red, green, blue and alpha, or grey and alpha, a byte each.
 */
export function groundFor(pixels: Uint8Array, channels: 2 | 4): Ground | undefined {
  let [onLight, onDark, all] = [0, 0, 0];
  for (let at = 0; at + channels <= pixels.length; at += channels * stride) {
    const [red, green, blue] = channels === 2 ? [at, at, at] : [at, at + 1, at + 2];
    const alpha = pixels[at + channels - 1]!;
    all += alpha;
    const tone = luminance(pixels[red]!, pixels[green]!, pixels[blue]!);
    if (1.05 / (tone + 0.05) < leastSeen) onLight += alpha;
    if ((tone + 0.05) / 0.06 < leastSeen) onDark += alpha;
  }
  const covered = (all * channels * stride) / (pixels.length * 255);
  if (covered > ownGround && Math.max(onLight, onDark) < all / 2) return undefined;
  return onDark < onLight ? 'dark' : 'light';
}

/** Near enough to WCAG's relative luminance to tell dark from light. */
function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * (red / 255) ** 2.2 + 0.7152 * (green / 255) ** 2.2 + 0.0722 * (blue / 255) ** 2.2;
}
