/** What a stranger may send; the one place for sizes of requests. */
export const limits = {
  /** Path and query together. Browsers, CDNs and logs are safe below this. */
  urlBytes: 8 * 1024,
  /** The name of a sealed card where it is a key: S3 takes 1,024 bytes, with the folders before it. */
  objectNameBytes: 800,
  /** A card inside a sealed URL, unpacked: a short URL must not become a long document. */
  cardBytes: 64 * 1024,
  /** Cloudinary posts its carrier image with every call; it is read and dropped. */
  bodyBytes: 10 * 1024 * 1024,
} as const;
