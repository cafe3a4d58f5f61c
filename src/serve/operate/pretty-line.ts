import { styleText } from 'node:util';
import type { Trouble } from '../../system/report.ts';

type Fields = Readonly<Record<string, unknown>>;

const levels: Readonly<Record<number, readonly [word: string, style: Parameters<typeof styleText>[0]]>> = {
  10: ['trace', 'dim'],
  20: ['debug', 'dim'],
  30: ['', 'reset'],
  40: ['warning', 'yellow'],
  50: ['error', 'red'],
  60: ['fatal', 'red'],
};

/** A line of the log as a person likes it: `12:30:01 200 GET article og jpeg · rendered · 24 ms · 41 kB`. */
export function prettyLine(json: string): string {
  const { time, level, msg, err, ...fields } = JSON.parse(json) as Fields;
  const [word, style] = levels[Number(level)] ?? ['', 'reset'];
  const clock = styleText('dim', String(time).slice(11, 19));
  const text =
    msg === 'request' ? requestWords(fields) : [word, msg, restWords(fields)].filter(Boolean).join(' ');
  const { stack } = (err ?? {}) as Partial<Trouble>; // of several lines, all of them ours
  return `${clock} ${styleText(style, text)}\n${stack === undefined ? '' : `${stack}\n`}`;
}

/** The fields that words are made of. */
interface RequestFields {
  readonly status?: number;
  readonly method?: string;
  readonly route?: string;
  readonly ms?: number;
  readonly bytes?: number;
  readonly cache?: string;
  readonly fallback?: string;
  readonly error?: string;
  readonly template?: string;
  readonly variant?: string;
  readonly format?: string;
}

function requestWords({
  status,
  method,
  route,
  ms,
  bytes = 0,
  cache,
  fallback,
  error,
  ...card
}: RequestFields) {
  const { template, variant, format } = card;
  const what = template ? [template, variant, format].filter(Boolean).join(' ') : route;
  const found = fallback ? `a stand-in: ${fallback}` : (error ?? cache);
  return [`${status} ${method} ${what}`, found, `${ms} ms`, weight(bytes)].filter(Boolean).join(' · ');
}

function weight(bytes: number): string {
  return bytes > 0 ? `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB` : '';
}

function restWords(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}
