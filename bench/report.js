/** The results as text: one table a measurement, then the bars. */
export function report({
  machine,
  warm,
  throughput,
  turns,
  server,
  window,
  cold,
  memory,
  hits,
  pictures,
  site,
  bars,
}) {
  return [
    warmTable(warm),
    throughputTable(throughput),
    turnsTable(turns),
    serverTable(server),
    ...(window ? [windowTable(window)] : []),
    coldTable(cold),
    ...(memory ? [memoryTable(memory)] : []),
    hitTable('a card from the cache', hits),
    madeTable(pictures.misses),
    hitTable('a picture asked for again', pictures.hits),
    siteTable(site),
    barTable(bars),
    noiseLine(machine),
  ].join('\n\n');
}

function warmTable(warm) {
  const rows = Object.entries(warm).map(([name, { p50Ms, p95Ms, lateP50Ms, bytes, images }]) => {
    const times = [p50Ms, p95Ms, lateP50Ms].map((ms) => ms.toFixed(1));
    return [name, ...times, kibibytes(bytes), String(images)];
  });
  return table(['one image, all warm', 'p50 ms', 'p95 ms', 'last ¼ p50', 'KiB', 'images'], rows);
}

function throughputTable(throughput) {
  const concurrencies = Object.keys(throughput);
  const names = Object.keys(throughput[concurrencies[0]]);
  const rows = names.map((name) => [name, ...concurrencies.map((at) => throughput[at][name].toFixed(1))]);
  return table(['images a second', ...concurrencies.map((at) => `${at} at once`)], rows);
}

function turnsTable(turns) {
  const rows = Object.entries(turns).map(([name, { p50Ms }]) => [name, p50Ms.toFixed(1)]);
  return table(['ten templates in turn, JPEG', 'p50 ms'], rows);
}

function serverTable(server) {
  const rows = Object.entries(server).map(([name, { p50Ms, imagesPerSecond }]) => {
    return [name, p50Ms.toFixed(1), imagesPerSecond.toFixed(1)];
  });
  return table(['through the server, takumi called directly', 'p50 ms', 'a second, 2 at once'], rows);
}

function windowTable({ firstMs, lastMs }) {
  const row = ['main thread of the renderer, CPU ms a card', firstMs.toFixed(2), lastMs.toFixed(2)];
  return table(['one window', 'first cards', 'about the 1,000th'], [row]);
}

function coldTable(cold) {
  const rows = Object.entries(cold).flatMap(([way, { emptyDisk, readyDisk, halfCore }]) => [
    [`${way}, empty disk`, ...coldCells(emptyDisk)],
    [`${way}, inflated before`, ...coldCells(readyDisk)],
    ...(halfCore ? [[`${way}, empty disk, half a core`, ...coldCells(halfCore)]] : []),
  ]);
  const heads = ['import', 'inflate + launch', 'first card', 'total', 'since process start', 'CPU'];
  return table(['cold start, ms', ...heads], rows);
}

function coldCells({ importMs, coldStartMs, frameMs, encodeMs, totalMs, sinceProcessStartMs, cpuMs }) {
  const cells = [importMs, coldStartMs, frameMs + encodeMs, totalMs, sinceProcessStartMs, cpuMs];
  return cells.map((ms) => ms.toFixed(0));
}

function memoryTable(memory) {
  const rows = Object.entries(memory).map(([name, { processes, pssBytes }]) => {
    return [name, (pssBytes / 1e6).toFixed(0), String(processes)];
  });
  return table(['memory', 'PSS MB', 'processes'], rows);
}

function madeTable(misses) {
  const rows = Object.entries(misses).map(([name, { p50Ms }]) => [name, p50Ms.toFixed(1)]);
  return table(['12 megapixels to 640 wide, WebP', 'p50 ms'], rows);
}

function hitTable(what, hits) {
  const rows = Object.entries(hits).map(([name, { requestsPerSecond, p50Ms, p99Ms }]) => {
    return [name, requestsPerSecond.toFixed(0), p50Ms.toFixed(0), p99Ms.toFixed(0)];
  });
  return table([what, 'requests a second', 'p50 ms', 'p99 ms'], rows);
}

function siteTable(site) {
  const rows = [
    ['its cards through the engine alone', site.engineSeconds, ''],
    ['built, all new', site.firstSeconds, ''],
    ['built again, nothing changed', site.unchangedSeconds, site.unchangedMade],
    ['built again, one page changed', site.oneChangedSeconds, site.oneChangedMade],
  ].map(([name, seconds, made]) => [name, seconds.toFixed(2), String(made)]);
  return table(['a whole site', 'seconds', 'made'], rows);
}

function barTable(bars) {
  const rows = bars.map(({ figure, value, sign, bar, verdict }) => {
    return [figure, value === undefined ? '?' : short(value), `${sign} ${short(bar)}`, verdict];
  });
  return table(['figure', 'value', 'bar', ''], rows);
}

function noiseLine({ noise: { p50, p95 }, load }) {
  return `This machine's own noise: the same work took ${short(p50)} (p50) and ${short(p95)} (p95) of its best time; load ${load.toFixed(1)} before.`;
}

function table(heads, rows) {
  const lines = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const write = (cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('   ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('   ');
  return [write(heads), rule, ...rows.map(write)].join('\n');
}

function short(number) {
  return number >= 10 ? number.toFixed(0) : number.toFixed(number < 0.1 ? 3 : 2);
}

function kibibytes(bytes) {
  return (bytes / 1024).toFixed(0);
}
