/** A control for a prop, or for a part of one: what a schema says, in the words of a form. */
export type Field = Labelled & Control;

/** What it is edited with. */
export type Control =
  | TextField<'text'>
  | TextField<'long'>
  | TextField<'code'>
  | NumberField
  | ChoiceField
  | SimpleField<'boolean'>
  | SimpleField<'color'>
  | SimpleField<'date'>
  | SimpleField<'picture'>
  | SimpleField<'json'>
  | ListField
  | { readonly kind: 'object'; readonly fields: readonly Field[] };

export type FieldKind = Field['kind'];

interface Labelled {
  /** Of the prop or the part; of entries of a list it is their place. */
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  /** What counts where nothing is said. */
  readonly default?: unknown;
}

/** Of which there is nothing more to know. */
export interface SimpleField<Kind extends 'boolean' | 'color' | 'date' | 'picture' | 'json'> {
  readonly kind: Kind;
}

export interface TextField<Kind extends 'text' | 'long' | 'code'> {
  readonly kind: Kind;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  /** `code`, *emphasis* and **strong** are marks. */
  readonly hasMarks?: boolean | undefined;
}

export interface NumberField {
  readonly kind: 'number';
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step: number | 'any';
}

export interface ChoiceField {
  readonly kind: 'choice';
  readonly options: readonly (string | number | boolean)[];
}

export interface ListField {
  readonly kind: 'list';
  readonly item: Field;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  /** One entry may be written without a list. */
  readonly mayBeOne?: boolean | undefined;
}
