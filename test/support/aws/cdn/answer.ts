import type { IncomingMessage } from 'node:http';

/** An answer, whoever gave it. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What a viewer asks for. */
export interface Asked {
  readonly method: string;
  /** As it came, not decoded. */
  readonly path: string;
  /** In the order in which they came, not decoded. */
  readonly queries: readonly (readonly [name: string, value: string])[];
  /** All of them as they came; nothing without a question mark. */
  readonly rawQuery?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer of CloudFront's own. */
export function plain(status: number, text: string): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body: Buffer.from(text) };
}

export function readTarget(target: string): Pick<Asked, 'path' | 'queries' | 'rawQuery'> {
  const [path = '/', rawQuery] = target.split(/\?(.*)/s);
  const pairs = !rawQuery ? [] : rawQuery.split('&').map((pair) => pair.split(/=(.*)/s) as [string, string?]);
  return { path, queries: pairs.map(([name, value = '']) => [name, value] as const), rawQuery };
}

export function writeTarget({ path, queries }: Pick<Asked, 'path' | 'queries'>): string {
  const query = queries.map(([name, value]) => `${name}=${value}`).join('&');
  return query ? `${path}?${query}` : path;
}

export function readHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
