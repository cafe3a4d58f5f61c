import type { ImageFormat, Viewport } from './variants.ts';

/** The image of a card as a page names it: what `metaTags` takes, and what frameworks have in their metadata. */
export interface CardImage {
  /** An absolute https URL that answers without a redirect. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** As in `image/jpeg`. */
  readonly type: string;
  /** What the picture says, for those who cannot see it. */
  readonly alt: string;
}

/** What is known of an image before it is made, but its words. */
export function describeFile(
  format: ImageFormat,
  { width, height, deviceScaleFactor: scale }: Viewport,
): Pick<CardImage, 'width' | 'height' | 'type'> {
  return { width: width * scale, height: height * scale, type: `image/${format}` };
}
