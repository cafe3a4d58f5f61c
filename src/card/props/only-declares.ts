import { regexes } from 'zod';
import { colorPattern } from '../fields.ts';
import type { PropsSchema } from './schema.ts';

/** The inside of zod 4, as far as it is looked at; a schema, and each check of one, has it. */
interface Definition {
  readonly type?: string;
  readonly check?: string;
  readonly pattern?: unknown;
  readonly checks?: readonly Zod[];
  readonly shape?: Readonly<Record<string, Zod>>;
  readonly catchall?: Zod;
  readonly element?: Zod;
  readonly rest?: Zod | null;
  readonly innerType?: Zod;
  readonly options?: readonly Zod[];
}

interface Zod {
  readonly _zod: { readonly def: Definition };
}

const types = new Set(
  'object array union optional nullable nonoptional readonly default string number boolean enum literal null undefined never'.split(
    ' ',
  ),
);
const checks = new Set(
  'min_length max_length length_equals greater_than less_than multiple_of number_format'.split(' '),
);
const patterns = new Set<unknown>([colorPattern, regexes.date]);
const known = new WeakMap<PropsSchema, boolean>();

/**
 * Whether a schema says what is valid in words of zod alone, which take as long as what they are
 * given is. Patterns and functions of a user may take forever, and what we do not know may have some.
 */
export function onlyDeclares(schema: PropsSchema): boolean {
  const is = known.get(schema) ?? ('_zod' in schema && declares(schema as unknown as Zod));
  known.set(schema, is);
  return is;
}

function declares({ _zod: { def } }: Zod): boolean {
  if (def.check !== undefined && !isKnownCheck(def)) return false;
  if (def.type === undefined) return true; // a check
  const { shape = {}, options = [], checks: further = [] } = def;
  const parts = [def.catchall, def.element, def.rest ?? undefined, def.innerType].filter(
    (part) => part !== undefined,
  );
  return types.has(def.type) && [...Object.values(shape), ...options, ...further, ...parts].every(declares);
}

function isKnownCheck({ check = '', pattern }: Definition): boolean {
  return checks.has(check) || (check === 'string_format' && patterns.has(pattern));
}
