import { type InputProps, leavesOf } from './props.ts';
import type { PropsSchema } from './props/schema.ts';

/** Platforms cut it there. */
const maxAltLength = 420;

/** What a reader would read first: the texts in the order of the schema, no colours and no words of ours. */
export function wordsFor(schema: PropsSchema, props: unknown): string {
  const texts = leavesOf(schema, props as InputProps).filter(
    ({ value, description: { enum: words, format } }) =>
      typeof value === 'string' && !words && format !== 'image' && !/^#[\da-f]{3,8}$/i.test(value),
  );
  return texts
    .map(({ value }) => value)
    .join(', ')
    .slice(0, maxAltLength);
}
