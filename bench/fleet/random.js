/** Random numbers that are the same in every run (mulberry32). */
export function seeded(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    /** Of a distribution as it was measured, which is a list of samples. */
    of: (samples) => samples[Math.floor(next() * samples.length)],
    exponential: (mean) => -Math.log(1 - next()) * mean,
  };
}
