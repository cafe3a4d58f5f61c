import { InvalidParameterError } from '../errors.ts';
import { type InputProps, type RawProps, readProps, validateProps } from './props.ts';
import type { TemplateRegistry } from './registry.ts';
import type { Template } from './template.ts';
import {
  defaultFormat,
  type ImageFormat,
  imageFormats,
  type VariantName,
  variantNames,
  variants,
  type Viewport,
} from './variants.ts';

/** What was asked for, in words: nothing of it has been looked up or trusted yet. */
export interface CardRequest {
  readonly template: string;
  readonly props: RawProps;
  readonly variant?: string | undefined;
  readonly format?: string | undefined;
}

/** A template with validated props, at one size, as one kind of file. */
export interface Card {
  readonly template: Template;
  /** What was given, cleaned; the canonical form is made of it. */
  readonly input: InputProps;
  /** What the template is given: the schema's own output, defaults filled in. */
  readonly props: unknown;
  readonly variant: VariantName;
  readonly viewport: Viewport;
  readonly format: ImageFormat;
}

/**
 * @throws {UnknownTemplateError} there is no such template.
 * @throws {InvalidParameterError} a variant, format or prop is not valid.
 */
export async function resolveCard(request: CardRequest, templates: TemplateRegistry): Promise<Card> {
  const template = templates.get(request.template);
  const variant = oneOf('variant', variantNames, request.variant ?? template.viewport);
  const format = oneOf('format', imageFormats, request.format ?? defaultFormat);
  const input = readProps(template.props, request.props);
  const props = await validateProps(template.props, input);
  return { template, input, props, variant, viewport: variants[variant], format };
}

function oneOf<const Value extends string>(parameter: string, valid: readonly Value[], value: string): Value {
  const found = valid.find((candidate) => candidate === value);
  if (found === undefined) throw new InvalidParameterError(parameter, `unknown value "${value}"`, valid);
  return found;
}
