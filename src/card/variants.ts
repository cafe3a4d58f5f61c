/** The page a card is laid out on, in CSS pixels; the image has `deviceScaleFactor` times as many. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly deviceScaleFactor: number;
}

/**
 * The named sizes, and the only ones: a free width or height is how strangers
 * make a server paint gigapixels.
 */
export const variants = {
  /** Facebook, LinkedIn, Slack, Discord and nearly everyone else: 1.91:1. */
  og: { width: 1200, height: 630, deviceScaleFactor: 1 },
  /** X: 2:1. */
  x: { width: 1200, height: 600, deviceScaleFactor: 1 },
  square: { width: 1080, height: 1080, deviceScaleFactor: 1 },
  /** Pinterest: 2:3. */
  portrait: { width: 1000, height: 1500, deviceScaleFactor: 1 },
  'og@2x': { width: 1200, height: 630, deviceScaleFactor: 2 },
} as const satisfies Record<string, Viewport>;

export type VariantName = keyof typeof variants;
export const variantNames = Object.keys(variants) as VariantName[];

export const imageFormats = ['jpeg', 'png', 'webp'] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** JPEG: every platform takes it, LinkedIn refuses WebP, and it is the fastest to make. */
export const defaultFormat: ImageFormat = 'jpeg';

/** How the files are named: everyone writes `.jpg`. */
export const fileExtensions = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const satisfies Record<
  ImageFormat,
  string
>;

export type FileExtension = (typeof fileExtensions)[ImageFormat];
