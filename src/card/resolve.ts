import { InvalidParameterError } from '../errors.ts';
import { type RawProps, validateProps } from './props.ts';
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
  const props = await validateProps(template.props, request.props);
  return { template, props, variant, viewport: variants[variant], format };
}

function oneOf<const Value extends string>(parameter: string, valid: readonly Value[], value: string): Value {
  const found = valid.find((candidate) => candidate === value);
  if (found === undefined) throw new InvalidParameterError(parameter, `unknown value "${value}"`, valid);
  return found;
}
