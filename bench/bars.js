/** What was promised: a figure, how it comes from the results, and the bar it must not miss. */
const bars = [
  atMost('JPEG p50 / satori + resvg PNG', 0.65, ({ warm }) => p50Ratio(warm, 'JPEG', 'satori + resvg PNG')),
  atMost('JPEG p50 / takumi JPEG', 1, ({ warm }) => p50Ratio(warm, 'JPEG', 'takumi JPEG')),
  atMost('JPEG p50 / launch per image', 1 / 30, ({ warm }) => p50Ratio(warm, 'JPEG', 'launch per image PNG')),
  atMost('PNG p50 / satori + resvg PNG', 1.5, ({ warm }) => p50Ratio(warm, 'PNG', 'satori + resvg PNG')),
  atMost('PNG size, KiB', 180, ({ warm }) => warm['cardstock PNG'].bytes / 1024),
  atLeast('throughput of 2 / takumi JPEG', 0.8, ({ throughput }) => {
    return throughput[2]['cardstock JPEG'] / throughput[2]['takumi JPEG'];
  }),
  atMost('ten templates in turn, JPEG p50 / takumi JPEG', 1.15, ({ turns }) => {
    return turns.cardstock.p50Ms / turns.takumi.p50Ms;
  }),
  atMost('through the server, JPEG p50 / takumi called directly', 1.15, ({ server }) => {
    return server.cardstock.p50Ms / server.takumi.p50Ms;
  }),
  atLeast('through the server, throughput of 2 / takumi called directly', 0.65, ({ server }) => {
    return server.cardstock.imagesPerSecond / server.takumi.imagesPerSecond;
  }),
  atMost('card no. 1,000 / card no. 10, renderer CPU', 1.05, ({ window }) => {
    return window && window.lastMs / window.firstMs;
  }),
  atMost('cold, empty disk / plain sparticuz', 0.6, ({ cold }) => {
    return cold.cardstock.emptyDisk.totalMs / cold.sparticuz.emptyDisk.totalMs;
  }),
  atMost('cold, empty disk / plain sparticuz, CPU', 0.5, ({ cold }) => cpuRatio(cold, 'emptyDisk')),
  atMost('cold, inflated before / plain sparticuz, CPU', 1, ({ cold }) => cpuRatio(cold, 'readyDisk')),
  atLeast(
    'cache hits / sirv',
    0.8,
    ({ hits }) => hits.cardstock.requestsPerSecond / hits.sirv.requestsPerSecond,
  ),
  atMost('scripts and emoji / Latin', 2, ({ warm }) => {
    return warm['cardstock scripts JPEG'].p50Ms / warm['cardstock JPEG'].p50Ms;
  }),
  atMost('fitting a headline, ms', 10, ({ warm }) => {
    return warm['cardstock fitted JPEG'].p50Ms - warm['cardstock JPEG'].p50Ms;
  }),
  atMost('article JPEG size, KiB', 300, ({ warm }) => warm['cardstock article JPEG'].bytes / 1024),
  atMost('site, all new / its cards alone', 1.25, ({ site }) => site.firstSeconds / site.engineSeconds),
  atMost('site, nothing changed, s', 1.5, ({ site }) => site.unchangedSeconds),
  atMost('site, one page changed, cards made', 1, ({ site }) => site.oneChangedMade),
  atMost('PSS of node and one browser, MB', 320, ({ memory }) => memory && memory.cardstock.pssBytes / 1e6),
];

export function judge(results) {
  return bars.map(({ figure, sign, bar, from, passes }) => {
    const value = from(results);
    const verdict = value === undefined ? 'unknown' : passes(value) ? 'ok' : 'miss';
    return { figure, value, sign, bar, verdict };
  });
}

function atMost(figure, bar, from) {
  return { figure, sign: '≤', bar, from, passes: (value) => value <= bar };
}

function atLeast(figure, bar, from) {
  return { figure, sign: '≥', bar, from, passes: (value) => value >= bar };
}

/** Nothing where the system does not tell. */
function cpuRatio({ cardstock, sparticuz }, disk) {
  const ratio = cardstock[disk].cpuMs / sparticuz[disk].cpuMs;
  return Number.isNaN(ratio) ? undefined : ratio;
}

function p50Ratio(warm, format, peer) {
  return warm[`cardstock ${format}`].p50Ms / warm[peer].p50Ms;
}
