// Writes deploy/grafana.json: node deploy/make-dashboard.js
import { writeFileSync } from 'node:fs';

/** Title, query, what a line is called, unit. Two to a row. */
const panels = [
  [
    'Requests a second, by status',
    'sum by (status) (rate(cardstock_requests_total[5m]))',
    '{{status}}',
    'reqps',
  ],
  [
    'Where pictures came from',
    'sum by (layer) (rate(cardstock_cache_lookups_total[5m]))',
    '{{layer}}',
    'reqps',
  ],
  [
    'Time of an answer, median and p95',
    [0.5, 0.95].map(
      (share) =>
        `histogram_quantile(${share}, sum by (le, cache) (rate(cardstock_request_duration_seconds_bucket{route="card"}[5m])))`,
    ),
    '{{cache}}',
    's',
  ],
  [
    'Where the time of a card goes',
    'sum by (phase) (rate(cardstock_phase_duration_seconds_sum[5m])) / sum by (phase) (rate(cardstock_phase_duration_seconds_count[5m]))',
    '{{phase}}',
    's',
  ],
  ['Cards that wait', 'cardstock_queue_waiting', '{{instance}}', 'short'],
  [
    'Renders a minute, by template',
    '60 * sum by (template) (rate(cardstock_renders_total[5m]))',
    '{{template}}',
    'short',
  ],
  [
    'Stand-ins a minute, by reason',
    '60 * sum by (reason) (rate(cardstock_fallbacks_total[5m]))',
    '{{reason}}',
    'short',
  ],
  [
    'Browsers replaced, by reason',
    'sum by (reason) (increase(cardstock_browser_replacements_total[15m]))',
    '{{reason}}',
    'short',
  ],
  [
    'Memory',
    ['process_resident_memory_bytes{job="cardstock"}', 'cardstock_browser_memory_bytes'],
    '{{__name__}} {{instance}}',
    'bytes',
  ],
  ['Loop lag, p99', 'nodejs_eventloop_lag_p99_seconds{job="cardstock"}', '{{instance}}', 's'],
  [
    'Store errors',
    'sum by (instance) (increase(cardstock_store_errors_total[15m]))',
    '{{instance}}',
    'short',
  ],
  [
    'Pictures from elsewhere, by outcome',
    'sum by (outcome) (rate(cardstock_pictures_total[5m]))',
    '{{outcome}}',
    'reqps',
  ],
];

const dashboard = {
  title: 'Cardstock',
  uid: 'cardstock',
  tags: ['cardstock'],
  timezone: 'browser',
  refresh: '30s',
  schemaVersion: 39,
  time: { from: 'now-6h', to: 'now' },
  templating: {
    list: [{ name: 'source', type: 'datasource', query: 'prometheus', label: 'Prometheus' }],
  },
  panels: panels.map(([title, query, legendFormat, unit], index) => ({
    id: index + 1,
    title,
    type: 'timeseries',
    datasource: { type: 'prometheus', uid: '${source}' },
    gridPos: { x: (index % 2) * 12, y: Math.floor(index / 2) * 8, w: 12, h: 8 },
    fieldConfig: { defaults: { unit, custom: { fillOpacity: 8, lineWidth: 1 } }, overrides: [] },
    options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } },
    targets: [query].flat().map((expr, at) => ({ refId: String.fromCharCode(65 + at), expr, legendFormat })),
  })),
};

writeFileSync(new URL('grafana.json', import.meta.url), `${JSON.stringify(dashboard, undefined, 2)}\n`);
