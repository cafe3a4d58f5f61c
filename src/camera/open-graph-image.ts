import type { CardDocument } from '../card/document.ts';
import type { MissingFont } from '../card/fonts/missing-font.ts';
import type { CacheKey } from '../card/key.ts';
import type { ImageFormat } from '../card/variants.ts';
import type { Screenshot } from './camera.ts';
import type { ScreenshotFacts } from './screenshot.ts';

/** A picture for a page, and the words for those who cannot see it. */
export interface OpenGraphImage extends ScreenshotFacts {
  /** The file: `new Response(image.bytes)`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: `image/${ImageFormat}`;
  readonly alt: string;
  /** Code points that no font has a glyph for: they show as empty boxes. */
  readonly missingGlyphs: readonly number[];
  /** Families that the card names and that no template declares, each with what its words are set in. */
  readonly missingFonts: readonly MissingFont[];
  /** Pictures that could not be had, and why; the template drew something in their place. */
  readonly missingImages: readonly { readonly prop: string; readonly reason: string }[];
}

/** A card that only needs its picture taken. */
export interface CardDraft {
  readonly document: CardDocument;
  readonly template: string;
  readonly format: ImageFormat;
  readonly variant: string;
  readonly alt: string;
  readonly key: CacheKey;
  /** It will look the same another day: it shows no data, and lacks nothing. */
  readonly isForGood: boolean;
  readonly missingImages: OpenGraphImage['missingImages'];
}

/** What was photographed, with what is known of the card. */
export function describeImage(
  screenshot: Screenshot,
  { document, alt, missingImages }: CardDraft,
): OpenGraphImage {
  const { missingGlyphs, missingFonts } = document;
  const bytes = screenshot.bytes as Buffer<ArrayBuffer>; // no encoder writes into shared memory
  const type = `image/${screenshot.format}` as const;
  return { ...screenshot, bytes, type, alt, missingGlyphs, missingFonts, missingImages };
}
