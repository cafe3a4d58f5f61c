/** A picture, and the quality it was made with where it is not all of it. */
export interface Coded {
  readonly bytes: Buffer;
  readonly quality?: number;
}

/**
 * The first picture that is within the budget, of qualities from the best to the least; the last
 * where none is. Fewer bytes come of less quality, so the list is halved and not walked.
 */
export async function bestWithin(
  budgetBytes: number,
  qualities: readonly number[],
  make: (quality: number) => Promise<Buffer>,
): Promise<Coded> {
  const [least] = qualities.slice(-1) as [number];
  let [first, last] = [0, qualities.length - 1];
  let best: Coded | undefined;
  while (first <= last) {
    const middle = (first + last) >> 1;
    const quality = qualities[middle]!;
    const bytes = await make(quality);
    const isLight = bytes.length <= budgetBytes;
    if (isLight || quality === least) best = { bytes, quality };
    if (isLight) last = middle - 1;
    else first = middle + 1;
  }
  return best!;
}
