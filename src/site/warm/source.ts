/** Where cards are listed, defined once under a name: what `cardstock warm <name>` warms. */
export interface WarmSource {
  /** Letters, digits, "-" and "_": the file of what is warm already is named after it. */
  readonly name: string;
  /**
   * The folder of a built site; a sitemap, a feed or a list of addresses, as a file or by its
   * address; or the address of one page.
   */
  readonly target: string;
  /** Requests at a time. @default 4 */
  readonly concurrency?: number;
  /** For each request, rendering included. @default 30 000 */
  readonly timeoutMs?: number;
  /** An image of more is a failure. @default 5 000 000, what X and LinkedIn take */
  readonly maxBytes?: number;
  /** Further tries where an answer may be better next time. @default 3 */
  readonly retries?: number;
  /** Addresses that one run takes from its lists at most. @default 50 000, a whole sitemap */
  readonly maxAddresses?: number;
}
