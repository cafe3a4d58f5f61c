import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { VNode } from 'preact';
import type { TailwindEntry } from './dialects/tailwind/tailwind.ts';
import type { FontUse } from './fonts/faces.ts';
import { wordsFor } from './default-alt.ts';
import type { PropsSchema } from './props/schema.ts';
import type { OwnSizes } from './viewport.ts';
import type { VariantName, Viewport } from './variants.ts';

export interface RenderContext<Data = unknown> {
  /** The size this card is laid out at; designs adapt to it. */
  readonly viewport: Viewport;
  /** The language of the card's words, BCP 47: for dates and numbers. */
  readonly language: string;
  /** What `load` came back with. */
  readonly data: Data;
}

export type AltContext<Data = unknown> = Pick<RenderContext<Data>, 'language' | 'data'>;

export interface LoadContext {
  /** Fires when the deadline has passed (`CARDSTOCK_LOAD_TIMEOUT_MS`), or nobody waits any more. */
  readonly signal: AbortSignal;
}

/** What there is to say of a card once it is prepared. */
export interface Preparation {
  /** Something of it was not ready in time: its picture is kept for a minute only. */
  readonly isProvisional?: boolean;
}

export interface TemplatePlace {
  /** The project's. */
  readonly folder: string;
  /** From there, with `/`. */
  readonly file: string;
}

/** A design for cards: what it takes, how it looks, what it says to those who cannot see it. */
export interface Template<Schema extends PropsSchema = PropsSchema, Data = unknown> {
  /** In the URL: lower-case letters, digits and dashes. */
  readonly name: string;
  /** One sentence for the gallery. */
  readonly description: string;
  /**
   * Props are text, numbers, booleans, and lists and objects of these; limits and descriptions
   * live here.
   */
  readonly props: Schema;
  /** Named sample props, shown in the gallery and photographed by the tests. */
  readonly examples: Readonly<Record<string, StandardSchemaV1.InferInput<Schema>>>;
  readonly fonts: readonly FontUse[];
  readonly css: string;
  /** Where its file lies, from which it names pictures; whoever loads a project says it. */
  readonly place?: TemplatePlace;
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
  /**
   * Neither `prepare` nor `render` has a loop that words could lengthen, so nobody watches how long
   * they take: a tenth of a millisecond less a card, and more on a busy machine. One that loops all
   * the same holds the whole service.
   *
   * @default false
   */
  readonly isQuick?: boolean;
  /**
   * Loads code or tables that `render` needs for these props and that never change; data is for
   * `load`. Awaited before each card, so it remembers what it has loaded.
   */
  prepare?(props: StandardSchemaV1.InferOutput<Schema>): Promise<Preparation | void>;
  /**
   * Fetches what the card shows and the request does not say: stars, prices, a row of a table.
   * What it gives is kept, for all cards of the same props. Where it fails, so does the card.
   */
  load?(props: StandardSchemaV1.InferOutput<Schema>, context: LoadContext): Promise<Data>;
  /** How long data is kept, and a card with it, in seconds. @default 3600 */
  readonly dataMaxAgeSeconds?: number;
  /** The text for `og:image:alt`, in the language of the card. */
  alt(props: StandardSchemaV1.InferOutput<Schema>, context: AltContext<Data>): string;
  /**
   * JSX, or finished HTML as a string: then whatever of the props stands in it must be escaped
   * by the template, or it is markup.
   */
  render(props: StandardSchemaV1.InferOutput<Schema>, context: RenderContext<Data>): VNode | string;
}

type Optional = 'name' | 'description' | 'examples' | 'fonts' | 'css' | 'viewport' | 'alt';

/** A template as it is written: `props` and `render` are enough. */
export type TemplateDefinition<Schema extends PropsSchema = PropsSchema, Data = unknown> = Omit<
  Template<Schema, Data>,
  Optional
> &
  Partial<Pick<Template<Schema, Data>, Optional>>;

const usualFonts: readonly FontUse[] = [{ family: 'Inter', weights: [400, 700] }];

/**
 * A template, its props inferred from its schema, and what was left out filled in: no `css`,
 * Inter, the usual size, no examples, and the words of the props for those who cannot see.
 * Without a `name` it is called as it is exported, or as its file.
 *
 * `load` stands before `alt` and `render` where it is written, so that TypeScript knows its data.
 */
export function defineTemplate<const Schema extends PropsSchema, Data = undefined>(
  definition: TemplateDefinition<Schema, Data>,
): Template<Schema, Data> {
  const { props } = definition;
  return {
    name: '',
    description: '',
    examples: {},
    fonts: usualFonts,
    css: '',
    viewport: 'og',
    alt: (card: StandardSchemaV1.InferOutput<Schema>, _context: AltContext<Data>) => wordsFor(props, card),
    ...definition,
  };
}

/** Marks a string as CSS for editors; the text is taken as it stands. */
export function css(strings: TemplateStringsArray, ...values: (string | number)[]): string {
  return String.raw({ raw: strings }, ...values);
}

declare module 'preact' {
  interface PreactDOMAttributes {
    /** Classes of Tailwind; the same as `class`. */
    tw?: string | undefined;
  }
}
