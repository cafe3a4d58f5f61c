import type { FontUse } from '../card/fonts/faces.ts';
import type { ImageFormat, Viewport } from '../card/variants.ts';
import { problemOfSize, viewportOf } from '../card/viewport.ts';
import { InvalidParameterError } from '../errors.ts';

/** A font that comes with its image. */
export interface OgFont {
  readonly name: string;
  /** A TTF, OTF, WOFF or WOFF2 file. */
  readonly data: ArrayBuffer | Uint8Array;
  /** @default 400 */
  readonly weight?: number;
  /** @default 'normal' */
  readonly style?: 'normal' | 'italic';
  /** Taken and not needed: characters find the font that has them. */
  readonly lang?: string;
}

/** The options of `@vercel/og`, and what a browser can do beside. */
export interface ImageResponseOptions extends Omit<ResponseInit, 'headers'> {
  /** @default 1200 */
  readonly width?: number;
  /** @default 630 */
  readonly height?: number;
  /** @default Inter, in every weight and with every script */
  readonly fonts?: readonly OgFont[] | undefined;
  /** Taken and not heeded: emoji are those of Noto. */
  readonly emoji?: string;
  /** Draws an outline around every element. @default false */
  readonly debug?: boolean;
  readonly headers?: ConstructorParameters<typeof Headers>[0];
  /** Ours: how many pixels of the image one of `width` is. @default 1 */
  readonly deviceScaleFactor?: number;
  /** Ours. @default 'png' */
  readonly format?: ImageFormat;
  /** Ours: where pictures may come from by https. @default `OG_IMAGE_HOSTS`, or else any public host */
  readonly imageHosts?: readonly string[];
  /** Ours: BCP 47. @default what the script of the words tells */
  readonly language?: string;
}

/** @throws {InvalidParameterError} nobody should paint that many pixels. */
export function sizeOf({ width = 1200, height = 630, deviceScaleFactor }: ImageResponseOptions): Viewport {
  const size = { width, height, ...(deviceScaleFactor !== undefined && { deviceScaleFactor }) };
  const problem = problemOfSize(size);
  if (problem) throw new InvalidParameterError('options', `an image cannot have this size: ${problem}`);
  return viewportOf(size);
}

export function fontsOf({ fonts = [] }: ImageResponseOptions): FontUse[] {
  return fonts.map(({ name, data, weight = 400, style = 'normal' }) => ({
    family: name,
    weights: [weight],
    style,
    from: data,
  }));
}
