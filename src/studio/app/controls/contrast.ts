/** How two colours stand out from each other, 1 to 21 as WCAG 2.2 counts; nothing where one is no colour. */
export function contrastOf(one: string, other: string): number | undefined {
  const [a, b] = [luminanceOf(one), luminanceOf(other)];
  if (a === undefined || b === undefined) return undefined;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** `#rgb` as `#rrggbb`, which is all that a colour picker takes. */
export function wholeColor(text: string): string | undefined {
  if (/^#[\da-f]{6}$/i.test(text)) return text.toLowerCase();
  if (!/^#[\da-f]{3}$/i.test(text)) return undefined;
  return text.toLowerCase().replaceAll(/[\da-f]/g, '$&$&');
}

function luminanceOf(color: string): number | undefined {
  const whole = wholeColor(color);
  if (!whole) return undefined;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(whole.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(step: number): number {
  const share = step / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
