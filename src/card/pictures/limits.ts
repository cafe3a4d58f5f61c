/** How much of a picture is read at all. */
export interface PictureLimits {
  readonly maxBytes: number;
  /** A picture of more is not decoded. */
  readonly maxPixels: number;
}

/** For pictures that came with a request or from elsewhere. */
export const limitsForStrangers: PictureLimits = { maxBytes: 5_000_000, maxPixels: 40_000_000 };

/** For files of the site itself: what telephones take today, 48 megapixels, and cameras, 61. */
export const limitsForOwners: PictureLimits = { maxBytes: 20_000_000, maxPixels: 64_000_000 };
