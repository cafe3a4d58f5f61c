/** What a CDN shall forget. One goes by tags, another by paths: the two say the same. */
export interface CdnPurge {
  readonly tags: readonly string[];
  /** Behind what we are mounted below, as browsers send them; a `*` at the end is for whatever follows. */
  readonly paths: readonly string[];
}

/** A cache in front of us that forgets when it is told to. */
export interface Cdn {
  /** For people. */
  readonly name: string;
  /**
   * Done when the CDN has taken the order; it may take it minutes to carry it out.
   *
   * @throws {CdnPurgeError} it refuses, or cannot be asked; the message says why.
   */
  purge(what: CdnPurge): Promise<void>;
}
