import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';

/** A validator that can also describe itself: zod 4, ArkType, and others speak both. */
export interface PropsSchema<Input = unknown, Output = Input> {
  readonly '~standard': StandardSchemaV1.Props<Input, Output> & StandardJSONSchemaV1.Props<Input, Output>;
}
