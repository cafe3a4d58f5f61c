import type { Props } from '../../protocol.ts';

/** The way to a part of props. */
export type Path = readonly (string | number)[];

/** How the API calls a part, as in `speakers.1.name`. */
export function nameOf(path: Path): string {
  return path.join('.');
}

export function valueAt(props: Props, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], props);
}

/** Other props, with another part; without one where it is nothing. An empty object goes as well. */
export function withValue(props: Props, path: Path, value: unknown): Props {
  return (replaced(props, path, value) ?? {}) as Props;
}

function replaced(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const part = replaced((whole as Record<string, unknown> | undefined)?.[step], rest, value);
  if (typeof step === 'number') {
    const list = Array.isArray(whole) ? [...(whole as unknown[])] : [];
    list[step] = part ?? (rest.length > 0 ? {} : '');
    return list;
  }
  const parts = { ...(whole as Record<string, unknown> | undefined), [step]: part };
  const said = Object.entries(parts).filter(([, each]) => each !== undefined);
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
