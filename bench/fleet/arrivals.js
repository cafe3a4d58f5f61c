const daySeconds = 86_400;

/** New cards a second, at a second of the day. */
export function rateAt(second, { cardsPerDay, daySwing, peakFactor, peakMinutes }) {
  const height = 15 * 3_600;
  const wave = 1 + daySwing * Math.cos(((second - height) / daySeconds) * 2 * Math.PI);
  const isPeak = Math.abs(second - height) < peakMinutes * 30;
  return (cardsPerDay / daySeconds) * wave * (isPeak ? peakFactor : 1);
}

/** When new cards are asked for, in seconds: by chance, at a rate that changes over the day. */
export function* arrivalsOfDay(assumed, random) {
  const most = rateAt(15 * 3_600, assumed);
  let second = 0;
  for (;;) {
    second += random.exponential(1 / most);
    if (second >= daySeconds) return;
    if (random.next() * most < rateAt(second, assumed)) yield second;
  }
}
