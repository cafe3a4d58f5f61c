import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CameraLoad } from '../../camera/camera.ts';
import { browserReplaced, browserStarted } from '../../camera/events.ts';
import { pictureSettled } from '../../card/pictures/events.ts';
import { processTreeBytes } from '../../system/process-memory.ts';
import { storeFailed } from '../cache/events.ts';
import { requestEnded, type RequestRecord } from '../http/request-record.ts';

export interface Metrics {
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
  close(): void;
}

/** From a cache hit to a cold start. */
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The figures of a server for Prometheus. Every label has few values, all of them ours: a
 * template counts by its name only after it was found.
 */
export function openMetrics(readLoad: () => Promise<CameraLoad | undefined>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addGauges(registry, readLoad);
  const ends = [...countRequests(registry), ...countParts(registry)];
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    close: () => {
      for (const end of ends) end();
    },
  };
}

function addGauges(registry: Registry, readLoad: () => Promise<CameraLoad | undefined>): void {
  for (const [name, { help, of }] of Object.entries(gauges)) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const load = await readLoad();
        gauge.set(load ? of(load) : 0);
      },
    });
  }
}

const gauges: Readonly<Record<string, { help: string; of: (load: CameraLoad) => number }>> = {
  cardstock_queue_waiting: { help: 'Cards that wait for a browser.', of: ({ waiting }) => waiting },
  cardstock_queue_limit: { help: 'Cards that may wait at most.', of: ({ maxWaiting }) => maxWaiting },
  cardstock_queue_busy: { help: 'Cards that are being drawn.', of: ({ busy }) => busy },
  cardstock_browsers: { help: 'Browsers that run.', of: ({ pids }) => pids.length },
  cardstock_browser_memory_bytes: {
    help: 'Resident memory of all browsers; what their processes share is counted for each.',
    of: ({ pids }) => pids.reduce((sum, pid) => sum + processTreeBytes(pid), 0),
  },
};

function countRequests(registry: Registry): (() => void)[] {
  const registers = [registry];
  const requests = new Counter({
    name: 'cardstock_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['route', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'cardstock_request_duration_seconds',
    help: 'From the first byte of a request to its answer.',
    labelNames: ['route', 'cache'],
    buckets: secondsBuckets,
    registers,
  });
  const count = countCards(registry);
  return [
    requestEnded.subscribe((record) => {
      const { route, status, durationMs, cache = 'none' } = record;
      requests.inc({ route, status });
      duration.observe({ route, cache }, durationMs / 1000);
      count(record);
    }),
  ];
}

/** What only requests for cards have. */
function countCards(registry: Registry): (record: RequestRecord) => void {
  const registers = [registry];
  const lookups = new Counter({
    name: 'cardstock_cache_lookups_total',
    help: 'Where pictures were found: memory, store, shared with another request, or rendered.',
    labelNames: ['layer'],
    registers,
  });
  const renders = new Counter({
    name: 'cardstock_renders_total',
    help: 'Cards that had to be drawn, by template and outcome.',
    labelNames: ['template', 'outcome'],
    registers,
  });
  const phases = new Histogram({
    name: 'cardstock_phase_duration_seconds',
    help: 'Where the time of a card goes.',
    labelNames: ['phase'],
    buckets: secondsBuckets,
    registers,
  });
  const fallbacks = new Counter({
    name: 'cardstock_fallbacks_total',
    help: 'Pictures that stood in for a card, by the error behind them.',
    labelNames: ['reason'],
    registers,
  });
  const boxes = new Counter({
    name: 'cardstock_missing_glyph_cards_total',
    help: 'Answers with a card on which some character is an empty box.',
    labelNames: ['template'],
    registers,
  });
  return ({ template, cache, fallback, error, phases: spent = [], missingGlyphs = 0 }) => {
    const failure = fallback ?? error;
    if (cache) lookups.inc({ layer: cache });
    if (template && (cache === 'rendered' || failure)) renders.inc({ template, outcome: failure ?? 'ok' });
    if (fallback) fallbacks.inc({ reason: fallback });
    if (template && missingGlyphs > 0) boxes.inc({ template });
    for (const { name: phase, durationMs } of spent) phases.observe({ phase }, durationMs / 1000);
  };
}

/** What happens beside requests. */
function countParts(registry: Registry): (() => void)[] {
  const registers = [registry];
  const starts = new Histogram({
    name: 'cardstock_browser_start_seconds',
    help: 'Cold starts: from the decision to a browser that is ready.',
    buckets: secondsBuckets,
    registers,
  });
  const replacements = new Counter({
    name: 'cardstock_browser_replacements_total',
    help: 'Browsers that made way for another one.',
    labelNames: ['reason'],
    registers,
  });
  const storeErrors = new Counter({
    name: 'cardstock_store_errors_total',
    help: 'Reads and writes of the image store that failed or took too long.',
    registers,
  });
  const pictures = new Counter({
    name: 'cardstock_pictures_total',
    help: 'Pictures from elsewhere, by outcome: fetched, or the code of what was wrong.',
    labelNames: ['outcome'],
    registers,
  });
  return [
    browserStarted.subscribe(({ durationMs }) => starts.observe(durationMs / 1000)),
    browserReplaced.subscribe(({ reason }) => replacements.inc({ reason })),
    storeFailed.subscribe(() => storeErrors.inc()),
    pictureSettled.subscribe(({ outcome }) => pictures.inc({ outcome })),
  ];
}
