import type { VNode } from 'preact';
import type { Field, FieldKind } from '../../fields/field.ts';
import type { Path } from '../state/values.ts';

/** A field of one kind. */
export type FieldOf<Kind extends FieldKind> = Extract<Field, { kind: Kind }>;

/** What every control is given. */
export interface ControlProps<Kind extends FieldKind> {
  readonly field: FieldOf<Kind>;
  readonly path: Path;
  readonly value: unknown;
  /** Of the input itself, which its label names. */
  readonly id: string;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  /** Nothing takes the prop away. */
  readonly onChange: (value: unknown) => void;
  /** Draws a part of it, which has a label of its own or is an entry of its list. */
  readonly partOf: (field: Field, path: Path, isEntry?: boolean) => VNode;
}
