import { isPlainObject, type Path } from './values.ts';

/** What takes the place of a text in some props. */
export interface Replacement {
  readonly path: Path;
  /** The text that stands there. */
  readonly from: string;
  readonly to: string | undefined;
}

/**
 * The same props with other texts in some places. A schema may have moved what it was given, by
 * a `transform`; then the text is replaced wherever it is now.
 */
export function replaceTexts(props: unknown, replacements: readonly Replacement[]): unknown {
  const moved = new Map<string, string | undefined>();
  let replaced = props;
  for (const { path, from, to } of replacements) {
    if (valueAt(props, path) === from) replaced = replaceAt(replaced, path, to);
    else moved.set(from, to);
  }
  return moved.size === 0 ? replaced : replaceEverywhere(replaced, moved);
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, step) => (isStructure(part) ? part[step as never] : undefined), value);
}

function replaceAt(value: unknown, [step, ...rest]: Path, to: string | undefined): unknown {
  if (step === undefined || !isStructure(value)) return to;
  const part = replaceAt(value[step as never], rest, to);
  if (Array.isArray(value)) return (value as unknown[]).with(Number(step), part);
  return { ...value, [step]: part };
}

function replaceEverywhere(value: unknown, moved: ReadonlyMap<string, string | undefined>): unknown {
  if (typeof value === 'string') return moved.has(value) ? moved.get(value) : value;
  if (Array.isArray(value)) return value.map((part) => replaceEverywhere(part, moved));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, replaceEverywhere(part, moved)]),
  );
}

function isStructure(value: unknown): value is object {
  return Array.isArray(value) || isPlainObject(value);
}
