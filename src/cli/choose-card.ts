import type { Command } from 'commander';
import { describeProps, type RawProps } from '../card/props.ts';
import type { CardRequest } from '../card/resolve.ts';
import type { TemplateRegistry } from '../card/registry.ts';
import type { Template } from '../card/template.ts';
import { InvalidParameterError } from '../errors.ts';

/** How a card is named on the command line; the template's own props are options too. */
export interface CardOptions {
  example?: string;
  props?: string;
  variant?: string;
  format?: string;
  lang?: string;
}

/** Options of ours that a prop of the same name would hide; such a prop is given in `--props`. */
const ownOptions = new Set(['example', 'props', 'out', 'help', 'strict']);

/** Gives a command an option for each prop of the template it is called with. */
export function addPropOptions(command: Command, template: Template): void {
  for (const [name, { description, type, enum: values }] of Object.entries(describeProps(template.props))) {
    if (ownOptions.has(name)) continue;
    const value = values?.join('|') ?? (type === 'array' ? 'a,b' : type === 'string' ? 'text' : type);
    command.option(`--${toFlag(name)} <${value}>`, description);
  }
}

/** A card, and a word for which of its template's it is. */
export function chooseCard(
  name: string,
  options: CardOptions,
  templates: TemplateRegistry,
): { label: string; request: CardRequest } {
  const template = templates.get(name);
  const { variant, format, lang } = options;
  const given = {
    ...(options.props !== undefined && parseProps(options.props)),
    ...flags(template, options),
  };
  const request = (props: RawProps) => ({ template: name, props, variant, format, lang });
  if (Object.keys(given).length > 0 && options.example === undefined) {
    return { label: 'custom', request: request(given) };
  }
  const names = Object.keys(template.examples);
  const label = options.example ?? names[0]!;
  const example = template.examples[label] as RawProps | undefined;
  if (!example) throw new InvalidParameterError('example', `unknown value "${label}"`, names);
  return { label, request: request({ ...example, ...given }) };
}

/** The props that were given as options of their own. */
function flags(template: Template, options: CardOptions): RawProps {
  const values = options as Record<string, unknown>;
  const names = Object.keys(describeProps(template.props)).filter((name) => !ownOptions.has(name));
  return Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]]));
}

function toFlag(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
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
