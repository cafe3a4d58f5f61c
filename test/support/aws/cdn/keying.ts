import { type Asked, writeTarget } from './answer.ts';
import type { Behavior, Distribution, Parameters } from './distribution.ts';

/** Headers that are CloudFront's own matter. */
const own = ['host', 'connection', 'via', 'user-agent', 'if-none-match', 'if-modified-since'];

/** What a distribution does with a path: the first that fits. */
export function behaviorFor(path: string, { behaviors }: Distribution): Behavior {
  const found = behaviors.find(({ pathPattern }) => asExpression(pathPattern).test(path));
  if (!found) throw new Error(`No behavior takes ${path}.`);
  return found;
}

function asExpression(pattern: string): RegExp {
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^/?${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}

/** Two requests with one key are the same to every cache. */
export function cacheKey(asked: Asked, { cache }: Behavior): string {
  const { queries, headers } = only(asked, [cache]);
  return `${asked.method} ${writeTarget({ path: asked.path, queries })} ${JSON.stringify(headers)}`;
}

/** What an origin gets to see of a request. */
export function forwarded(asked: Asked, { cache, forwarded }: Behavior): Asked {
  return { ...asked, ...only(asked, [cache, forwarded]) };
}

function only(
  { queries, headers }: Asked,
  parameters: readonly Parameters[],
): Pick<Asked, 'queries' | 'headers'> {
  const names = (of: 'queries' | 'headers') => (name: string) =>
    parameters.some((each) => each[of] === 'all' || each[of].includes(name));
  const given = Object.entries(headers).filter(([name]) => names('headers')(name) && !own.includes(name));
  return {
    queries: queries.filter(([name]) => names('queries')(name)),
    headers: Object.fromEntries(given),
  };
}
