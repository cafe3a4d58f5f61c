import * as z from 'zod';

export interface TextOptions {
  /**
   * `code` in backticks, *emphasis* and **strong** are marks: `marked(title)` draws them, and the
   * text for those who cannot see goes without. @default false
   */
  readonly marks?: boolean;
}

/** One or a few lines of text. Empty text counts as no text: leave the parameter out. */
export function text(
  maxLength: number,
  description: string,
  { marks = false }: TextOptions = {},
): z.ZodString {
  const field = z.string().min(1).max(maxLength);
  return marks ? field.meta({ description, format: 'marks' }) : field.describe(description);
}

/** A name, or several in a list: `author=Ada`, or `author.0=Ada&author.1=Ida`. */
export function people(maxLength: number, description: string, maxPeople = 8) {
  return z
    .union([text(maxLength, description), z.array(text(maxLength, 'A name')).min(1).max(maxPeople)])
    .describe(description);
}

/** Lines of code: unlike other text it keeps the space its first line begins with. */
export function sourceCode(maxLength: number, description: string): z.ZodString {
  return z.string().min(1).max(maxLength).meta({ description, format: 'code' });
}

export interface ImageOptions {
  /** No side of the picture has more pixels when it reaches the card. At most 1200. @default 512 */
  readonly maxPixelsSide?: number;
}

/**
 * A picture: an https URL of an allowed host, a file of the site, or a data URL (PNG, JPEG,
 * WebP). It is fetched and encoded anew before the template sees it, so `render` is given a
 * data URL, or nothing where the picture could not be had: draw something in its place.
 */
export function image(description: string, { maxPixelsSide = 512 }: ImageOptions = {}): z.ZodString {
  return z.string().min(1).meta({ description, format: 'image', maxPixelsSide });
}

/** Takes as long as a text is. */
export const colorPattern = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

/** A colour of the site's own, as `#rgb` or `#rrggbb`: the only way in which a colour reaches CSS. */
export function color(description: string): z.ZodString {
  return z
    .string()
    .regex(colorPattern, { error: 'expected a colour as in #c0392b or #a2f' })
    .describe(description);
}

/** Light or dark; every design here comes in both. */
export function theme(): z.ZodDefault<z.ZodEnum<{ light: 'light'; dark: 'dark' }>> {
  return z.enum(['light', 'dark']).default('light').describe('light or dark');
}
