/** Removes what was made of pictures, wherever it is kept; how many, where that is known. */
export interface PicturePurge {
  /** All sizes of one. */
  image(path: string): Promise<PurgeOutcome>;
  /** All that carries a tag: `template-plain`, `variant-md`, `image-blog/photo.jpg`. */
  tag(tag: string): Promise<PurgeOutcome>;
}

export interface PurgeOutcome {
  readonly removed: number;
}
