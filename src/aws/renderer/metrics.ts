import { storeFailed } from '../../serve/cache/events.ts';
import { requestEnded, type RequestRecord } from '../../serve/http/request-record.ts';
import { metricNamespace, serviceDimension, type MetricName, metricUnits } from './metric-names.ts';

export interface MetricsOptions {
  /** Which deployment it is. */
  readonly service: string;
  /** @default standard output */
  readonly write?: (line: string) => void;
}

/**
 * From now on, a line of JSON a request in CloudWatch's embedded metric format: a log to read,
 * and figures without a call. Written past `console`, which Lambda puts words before.
 */
export function tellMetrics({
  service,
  write = (line) => void process.stdout.write(line),
}: MetricsOptions): () => void {
  let isCold = true;
  function tell(figures: Partial<Record<MetricName, number>>, fields: object): void {
    const names = Object.keys(figures) as MetricName[];
    const Metrics = names.map((Name) => ({ Name, Unit: metricUnits[Name] }));
    const directive = { Namespace: metricNamespace, Dimensions: [[serviceDimension]], Metrics };
    const head = { Timestamp: Date.now(), CloudWatchMetrics: [directive] };
    write(`${JSON.stringify({ _aws: head, [serviceDimension]: service, ...figures, ...fields })}\n`);
  }
  const ends = [
    requestEnded.subscribe((record) => {
      tell({ ...figuresOf(record), ColdStarts: isCold ? 1 : 0 }, fieldsOf(record));
      isCold = false;
    }),
    storeFailed.subscribe(({ error }) => tell({ StoreFailures: 1 }, { error: String(error) })),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function figuresOf({ cache, status, missingGlyphs = 0, durationMs }: RequestRecord) {
  return {
    Requests: 1,
    Renders: cache === 'rendered' ? 1 : 0,
    Failures: status >= 500 ? 1 : 0,
    MissingGlyphs: missingGlyphs,
    DurationMs: Math.round(durationMs),
  };
}

/** What a request was, for who reads the log; what is a figure stands there already. */
function fieldsOf({ phases = [], durationMs: _, missingGlyphs: __, ...record }: RequestRecord) {
  const spent = phases.map(({ name, durationMs }) => [name, Math.round(durationMs)] as const);
  return { ...record, ...(spent.length > 0 && { phases: Object.fromEntries(spent) }) };
}
