import type { InputProps } from './props.ts';
import type { Card } from './resolve.ts';

/** A card in as few words as say it: one spelling for one meaning. */
export interface CanonicalCard {
  readonly template: string;
  readonly props: InputProps;
  /** Left out where it is the size the template was drawn for. */
  readonly variant?: string;
  /** Left out where nobody asked for one. */
  readonly lang?: string;
}

/**
 * Props in the order the schema declares them, as normalised text, numbers, lists and objects,
 * without those that say what their default says. Read back it is the same card, and making it
 * canonical again changes nothing.
 */
export function canonicalCard({ template, input, variant, lang }: Card): CanonicalCard {
  return {
    template: template.name,
    props: input,
    ...(variant !== template.viewport && { variant }),
    ...(lang !== undefined && { lang }),
  };
}
