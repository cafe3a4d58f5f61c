/**
 * What the simulation takes for granted: a value, its unit, and where it is from. What is
 * measured (how long a card takes, and a first one) is not among it. `docs/deploy.md` has the table.
 */
export const assumptions = {
  cardsPerDay: [1_000_000, 'cards a day', 'the question: cards that nobody has asked for yet'],
  requestsPerCard: [20, 'requests', 'crawlers and people who come for the same card'],
  daySwing: [0.6, 'of the mean', 'a wave with its height at 15:00 and its depth at 3:00'],
  peakFactor: [5, 'times', 'as many new cards, for as long as the peak lasts, at the height of the day'],
  peakMinutes: [30, 'minutes', 'how long that is'],
  edgeHitMs: [15, 'ms', 'a hit in a cache of CloudFront, guessed'],
  bucketMs: [60, 'ms', 'a hit in the bucket, through edge and shield, guessed'],
  edgeForgets: [0.05, 'of requests', 'what an edge has had and lost, and the bucket has'],
  wayMs: [40, 'ms', 'edge, shield, bucket and URL of the function before a card is begun, guessed'],
  putMs: [40, 'ms', 'writing the picture into the bucket, which an answer waits for, guessed'],
  initMs: [300, 'ms', 'what Lambda needs before our process begins, guessed'],
  keptMinutes: [8, 'minutes', 'how long Lambda keeps an instance that nobody asks'],
  reserved: [10, 'instances', 'the default of the stack'],
  memoryGigabytes: [1769 / 1024, 'GB', 'one core, taken to be as fast as one of this machine'],
};

export const assumed = Object.fromEntries(
  Object.entries(assumptions).map(([name, [value]]) => [name, value]),
);

/** As the documents have it. */
export function assumptionsTable() {
  const round = (value) => String(Math.round(value * 100) / 100);
  const rows = Object.entries(assumptions).map(([name, [value, unit, why]]) => {
    return `| \`${name}\` | ${round(value)} ${unit} | ${why} |`;
  });
  return ['| assumption | value | why |', '| --- | --- | --- |', ...rows].join('\n');
}
