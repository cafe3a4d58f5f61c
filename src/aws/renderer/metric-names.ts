/** Where CloudWatch keeps what the renderer counts. */
export const metricNamespace = 'Cardstock';

/** Which deployment a figure is of. */
export const serviceDimension = 'Service';

/** What is counted, and in what. */
export const metricUnits = {
  Requests: 'Count',
  Renders: 'Count',
  Failures: 'Count',
  ColdStarts: 'Count',
  MissingGlyphs: 'Count',
  StoreFailures: 'Count',
  DurationMs: 'Milliseconds',
} as const;

export type MetricName = keyof typeof metricUnits;
