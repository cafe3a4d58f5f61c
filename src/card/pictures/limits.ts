/** How much of a picture is read at all. */
export interface PictureLimits {
  readonly maxBytes: number;
  /** A picture of more is not decoded. */
  readonly maxPixels: number;
  /** Nor is one with a longer side: 78 kB of PNG can be a line of 39 million pixels. */
  readonly maxSide: number;
  /** What its pixels may come to in memory: some have four channels of two bytes. */
  readonly maxDecodedBytes: number;
  /** For waiting and decoding; after that a card does without. */
  readonly timeoutMs: number;
}

/** For pictures that came with a request or from elsewhere. 16 megapixels are what imgproxy takes. */
export const limitsForStrangers: PictureLimits = {
  maxBytes: 5_000_000,
  maxPixels: 16_777_216,
  maxSide: 16_384,
  maxDecodedBytes: 4 * 16_777_216,
  timeoutMs: 5_000,
};

/** For files of the site itself: what telephones take today, 48 megapixels, and cameras, 61. */
export const limitsForOwners: PictureLimits = {
  maxBytes: 20_000_000,
  maxPixels: 64_000_000,
  maxSide: 65_535,
  maxDecodedBytes: 8 * 64_000_000,
  timeoutMs: 30_000,
};
