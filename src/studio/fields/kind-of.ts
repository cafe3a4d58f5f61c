import type { JsonSchema } from '../../card/props/json-schema.ts';
import type { Control, NumberField } from './field.ts';

/** More letters want more than one line. */
const maxLineLength = 160;

/** The control of a text, a number, a word of several, or true and false; JSON for whatever else. */
export function kindOf(schema: JsonSchema): Control {
  const options = 'const' in schema ? [schema['const']] : schema['enum'];
  if (Array.isArray(options)) return { kind: 'choice', options: options as (string | number | boolean)[] };
  switch (schema['type']) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'number':
    case 'integer':
      return numberOf(schema);
    case 'string':
      return textOf(schema);
    default:
      return { kind: 'json' };
  }
}

interface NumberSchema {
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

function numberOf(schema: JsonSchema): NumberField {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf }: NumberSchema = schema;
  const step = multipleOf ?? (schema['type'] === 'integer' ? 1 : 'any');
  // zod says of every integer that it is a safe one.
  const said = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined;
  return {
    kind: 'number',
    min: said(minimum ?? exclusiveMinimum),
    max: said(maximum ?? exclusiveMaximum),
    step,
  };
}

interface TextSchema {
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

function textOf(schema: JsonSchema): Control {
  const { format, pattern, minLength, maxLength }: TextSchema = schema;
  if (format === 'image') return { kind: 'picture' };
  if (format === 'date') return { kind: 'date' };
  if (isFor(pattern, '#a1b2c3')) return { kind: 'color' };
  if (isFor(pattern, '2026-11-28')) return { kind: 'date' };
  const limits = { minLength, maxLength };
  if (format === 'code') return { kind: 'code', ...limits };
  const isLong = maxLength !== undefined && maxLength > maxLineLength;
  return { kind: isLong ? 'long' : 'text', ...limits, hasMarks: format === 'marks' };
}

/** Whether a pattern is made for such a text: it takes that, and no word, however long. */
function isFor(pattern: string | undefined, sample: string): boolean {
  if (pattern === undefined) return false;
  try {
    const expression = new RegExp(pattern, 'u');
    return expression.test(sample) && !expression.test('word') && !expression.test('w'.repeat(sample.length));
  } catch {
    return false; // of a dialect that is not ours
  }
}
