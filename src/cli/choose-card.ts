import type { RawProps } from '../card/props.ts';
import type { CardRequest } from '../card/resolve.ts';
import type { TemplateRegistry } from '../card/registry.ts';
import { InvalidParameterError } from '../errors.ts';

/** How a card is named on the command line. */
export interface CardOptions {
  example?: string;
  props?: string;
  variant?: string;
  format?: string;
}

/** A card, and a word for which of its template's it is. */
export function chooseCard(
  name: string,
  { example, props, variant, format }: CardOptions,
  templates: TemplateRegistry,
): { label: string; request: CardRequest } {
  const { examples } = templates.get(name);
  if (props !== undefined) {
    return { label: 'custom', request: { template: name, props: parseProps(props), variant, format } };
  }
  const names = Object.keys(examples);
  const label = example ?? names[0]!;
  if (!names.includes(label)) throw new InvalidParameterError('example', `unknown value "${label}"`, names);
  return { label, request: { template: name, props: examples[label] as RawProps, variant, format } };
}

function parseProps(json: string): RawProps {
  try {
    const props: unknown = JSON.parse(json);
    if (typeof props === 'object' && props !== null && !Array.isArray(props)) return props as RawProps;
  } catch {
    // said below
  }
  throw new InvalidParameterError('props', 'expected a JSON object, as in {"title":"Hello"}');
}
