export function median(values) {
  return percentile(values, 50);
}

/** Linear between the two nearest ranks. */
export function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(rank)];
  return below + (sorted[Math.ceil(rank)] - below) * (rank % 1);
}

/** The median of each number that the records share. */
export function medians(records) {
  const names = Object.keys(records[0]);
  return Object.fromEntries(names.map((name) => [name, median(records.map((record) => record[name]))]));
}

/** Every contender goes first equally often, so none always meets what the last one left behind. */
export function rotate(list, by) {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
