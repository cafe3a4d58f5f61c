/** What was promised: a figure, how it comes from the results, and the bar it must not miss. */
const bars = [
  atMost('JPEG p50 / satori + resvg PNG', 0.65, ({ warm }) => p50Ratio(warm, 'JPEG', 'satori + resvg PNG')),
  atMost('JPEG p50 / takumi JPEG, one template', 0.78, ({ warm }) => p50Ratio(warm, 'JPEG', 'takumi JPEG')),
  atMost('the same, ten templates in turn', 0.92, ({ turns }) => {
    return turns.cardstock.p50Ms / turns.takumi.p50Ms;
  }),
  atMost('JPEG p50 / launch per image', 1 / 30, ({ warm }) => p50Ratio(warm, 'JPEG', 'launch per image PNG')),
  atMost('PNG p50 / satori + resvg', 1.2, ({ warm }) => p50Ratio(warm, 'PNG', 'satori + resvg PNG')),
  atMost('PNG size, KiB', 180, ({ warm }) => warm['cardstock PNG'].bytes / 1024),
  atLeast('throughput of 2 / takumi JPEG', 1, ({ throughput }) => {
    return throughput[2]['cardstock JPEG'] / throughput[2]['takumi JPEG'];
  }),
  atMost('through the server, JPEG p50 / takumi called directly', 0.85, ({ server }) => {
    return server.cardstock.p50Ms / server.takumi.p50Ms;
  }),
  atLeast('through the server, throughput of 2', 0.95, ({ server }) => {
    return server.cardstock.imagesPerSecond / server.takumi.imagesPerSecond;
  }),
  atMost('card no. 1,000 / card no. 10, renderer CPU', 1.05, ({ window }) => {
    return window && window.lastMs / window.firstMs;
  }),
  atMost('cold, empty disk / plain sparticuz, CPU', 0.38, ({ cold }) => ratio(cold, 'emptyDisk', 'cpuMs')),
  atMost('cold, empty disk / plain sparticuz, wall', 0.38, ({ cold }) => ratio(cold, 'emptyDisk', 'totalMs')),
  atMost('the same at half a core, CPU', 0.4, ({ cold }) => ratio(cold, 'halfCore', 'cpuMs')),
  atMost('the same at half a core, wall', 0.4, ({ cold }) => ratio(cold, 'halfCore', 'totalMs')),
  atMost('inflated before / plain sparticuz, CPU', 0.5, ({ cold }) => ratio(cold, 'readyDisk', 'cpuMs')),
  atLeast(
    'cache hit / sirv',
    1,
    ({ hits }) => hits.cardstock.requestsPerSecond / hits.sirv.requestsPerSecond,
  ),
  atMost('picture of 12 megapixels to WebP / sharp called directly', 1.1, ({ pictures: { misses } }) => {
    return misses.cardstock.p50Ms / misses.sharp.p50Ms;
  }),
  atLeast('pictures made / ipx', 1, ({ pictures: { misses } }) => misses.ipx.p50Ms / misses.cardstock.p50Ms),
  atLeast('pictures from the cache / sirv', 0.8, ({ pictures: { hits } }) => {
    return hits.cardstock.requestsPerSecond / hits.sirv.requestsPerSecond;
  }),
  atLeast('pictures from the cache / ipx', 1, ({ pictures: { hits } }) => {
    return hits.cardstock.requestsPerSecond / hits.ipx.requestsPerSecond;
  }),
  atMost('scripts and emoji / Latin', 2, ({ warm }) => {
    return warm['cardstock scripts JPEG'].p50Ms / warm['cardstock JPEG'].p50Ms;
  }),
  atMost('fitting a headline, ms', 10, ({ warm }) => {
    return warm['cardstock fitted JPEG'].p50Ms - warm['cardstock JPEG'].p50Ms;
  }),
  atMost('article JPEG size, KiB', 300, ({ warm }) => warm['cardstock article JPEG'].bytes / 1024),
  atMost('site all new / its cards alone', 1.05, ({ site }) => site.firstSeconds / site.engineSeconds),
  atMost('1,000 unchanged pages, s', 0.6, ({ site }) => site.unchangedSeconds),
  atMost('site, one page changed, cards made', 1, ({ site }) => site.oneChangedMade),
  atMost('PSS of node and one browser, MB', 240, ({ memory }) => memory && memory.cardstock.pssBytes / 1e6),
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
function ratio({ cardstock, sparticuz }, start, figure) {
  const value = cardstock[start]?.[figure] / sparticuz[start]?.[figure];
  return Number.isNaN(value) ? undefined : value;
}

function p50Ratio(warm, format, peer) {
  return warm[`cardstock ${format}`].p50Ms / warm[peer].p50Ms;
}
