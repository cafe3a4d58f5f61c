/** What HTTP has for "for good". */
export const yearSeconds = 31_536_000;

/** Of a picture whose address is another one as soon as it is. */
export const cachedForGood = `public, max-age=${yearSeconds}, immutable`;
