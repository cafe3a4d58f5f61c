import type { PropsSchema } from './schema.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where a part of a schema is something that JSON has no word for: zod's word for what it is. */
export const unfitKey = 'x-cardstock-unfit';

const kindsBeyondJson = new Set(
  'date map set bigint function symbol undefined void nan custom transform promise file never'.split(' '),
);

interface ZodPart {
  readonly _zod: { readonly def: { readonly type: string; readonly values?: readonly unknown[] } };
}

/** zod throws at what JSON cannot say, and does not say where; so it marks the place instead. */
const zodOptions = {
  unrepresentable: 'any',
  override({ zodSchema, jsonSchema }: { zodSchema: ZodPart; jsonSchema: Record<string, unknown> }) {
    const { type, values } = zodSchema._zod.def;
    const isBig = type === 'literal' && values?.some((value) => typeof value === 'bigint');
    if (kindsBeyondJson.has(type) || isBig) jsonSchema[unfitKey] = isBig ? 'bigint' : type;
  },
};

/** What a schema says that it takes. Other libraries than zod throw where JSON cannot say it. */
export function jsonSchemaOf(schema: PropsSchema): JsonSchema {
  const { vendor, jsonSchema } = schema['~standard'];
  const libraryOptions = vendor === 'zod' ? zodOptions : {};
  return jsonSchema.input({ target: 'draft-2020-12', libraryOptions });
}
