import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import type { VNode } from 'preact';
import type { TailwindEntry } from './dialects/tailwind/tailwind.ts';
import type { FontUse } from './fonts/faces.ts';
import type { OwnSizes } from './viewport.ts';
import type { VariantName, Viewport } from './variants.ts';

/** A validator that can also describe itself: zod 4, ArkType, and others speak both. */
export interface PropsSchema<Input = unknown, Output = Input> {
  readonly '~standard': StandardSchemaV1.Props<Input, Output> & StandardJSONSchemaV1.Props<Input, Output>;
}

export interface RenderContext {
  /** The size this card is laid out at; designs adapt to it. */
  readonly viewport: Viewport;
  /** The language of the card's words, BCP 47: for dates and numbers. */
  readonly language: string;
}

/** What there is to say of a card once it is prepared. */
export interface Preparation {
  /** Something of it was not ready in time: its picture is kept for a minute only. */
  readonly isProvisional?: boolean;
}

/** A design for cards: what it takes, how it looks, what it says to those who cannot see it. */
export interface Template<Schema extends PropsSchema = PropsSchema> {
  /** In the URL: lower-case letters, digits and dashes. */
  readonly name: string;
  /** One sentence for the gallery. */
  readonly description: string;
  /** Every prop is a string, number, boolean or a list of these; limits and descriptions live here. */
  readonly props: Schema;
  /** Named sample props, shown in the gallery and photographed by the tests. */
  readonly examples: Readonly<Record<string, StandardSchemaV1.InferInput<Schema>>>;
  readonly fonts: readonly FontUse[];
  readonly css: string;
  /** Tailwind makes the styles of its classes: by its own theme, or by a stylesheet. @default what the config says */
  readonly tailwind?: boolean | TailwindEntry;
  /** The size it was drawn for, taken when a request names no variant. */
  readonly viewport: VariantName | (string & {});
  /** Sizes of its own, beside those that ship. @default those of the config */
  readonly variants?: OwnSizes;
  /**
   * `full` where coloured text stands on coloured ground: JPEG then keeps every pixel's own
   * colour, for more than twice the time. @default the usual, half of the colours' resolution
   */
  readonly chroma?: 'full';
  /** Loads what `render` needs for these props. Awaited before each card, so it remembers what it has loaded. */
  prepare?(props: StandardSchemaV1.InferOutput<Schema>): Promise<Preparation | void>;
  /** The text for `og:image:alt`, in the language of the card. */
  alt(props: StandardSchemaV1.InferOutput<Schema>, context: Pick<RenderContext, 'language'>): string;
  render(props: StandardSchemaV1.InferOutput<Schema>, context: RenderContext): VNode;
}

/** Infers the props of a template from its schema. */
export function defineTemplate<const Schema extends PropsSchema>(
  template: Template<Schema>,
): Template<Schema> {
  return template;
}

/** Marks a string as CSS for editors; the text is taken as it stands. */
export function css(strings: TemplateStringsArray, ...values: (string | number)[]): string {
  return String.raw({ raw: strings }, ...values);
}
