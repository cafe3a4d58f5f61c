import { type Command, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { describeProps, type PropDescription, type RawProps } from '../card/props.ts';
import { over } from '../card/props/over.ts';
import type { CardRequest } from '../card/resolve.ts';
import type { TemplateRegistry } from '../card/registry.ts';
import type { Template } from '../card/template.ts';
import { InvalidParameterError } from '../errors.ts';
import { unknownValue } from '../system/nearest.ts';
import { ownOptions, toFlag } from '../studio/command-line.ts';

/** How a card is named on the command line; the template's own props are options too. */
export interface CardOptions {
  example?: string;
  props?: string;
  variant?: string;
  format?: string;
  lang?: string;
}

/** Gives a command an option for each prop of the template it is called with, and for each part in `words`. */
export function addPropOptions(command: Command, template: Template, words: readonly string[] = []): void {
  for (const [name, description] of Object.entries(propsOf(template))) {
    const flag = flagFor(name, command);
    command.option(`${flag} <${valueOf(description)}>`, description.description);
    const parts = words.map((word) => word.split('=', 1)[0]!).filter((word) => word.startsWith(`${flag}.`));
    for (const part of new Set(parts)) command.addOption(new Option(`${part} <value>`).hideHelp());
  }
}

/** None of a template whose schema is wrong, which is said by name when a card is made of it. */
function propsOf({ props }: Template): ReturnType<typeof describeProps> {
  try {
    return describeProps(props);
  } catch {
    return {};
  }
}

/** A prop that is called like an option of ours is given as `--prop-out`. */
function flagFor(name: string, command: Command): string {
  const flag = toFlag(name);
  const isTaken = ownOptions.has(name) || command.options.some(({ long }) => long === `--${flag}`);
  return `--${isTaken ? 'prop-' : ''}${flag}`;
}

/** What a person writes there. */
function valueOf({ type, enum: values, items, anyOf }: PropDescription): string {
  if (values) return values.join('|');
  if (type === 'object' || items?.type === 'object') return 'json';
  if (type === 'array') return 'a,b';
  return anyOf ? 'value' : type === 'string' ? 'text' : (type ?? 'text');
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
    ...(options.props !== undefined && readPropsOption(options.props)),
    ...flags(template, options),
  };
  const request = (props: RawProps) => ({ template: name, props, variant, format, lang });
  if (Object.keys(given).length > 0 && options.example === undefined) {
    return { label: 'custom', request: request(given) };
  }
  const names = Object.keys(template.examples);
  const label = options.example ?? names[0];
  if (label === undefined) return { label: 'custom', request: request({}) };
  const example = template.examples[label] as RawProps | undefined;
  if (!example) throw unknownValue('example', label, names);
  return { label, request: { ...request(over(example, given)), example: label } };
}

/** The props, and parts of props, that were given as options of their own. */
function flags(template: Template, options: CardOptions): RawProps {
  const names = Object.keys(describeProps(template.props));
  const given = Object.entries(options as Record<string, unknown>).map(([option, value]) => {
    const [first = '', ...rest] = option.split('.');
    const unprefixed = /^prop([A-Z].*)/.exec(first)?.[1];
    const meant = unprefixed && `${unprefixed.charAt(0).toLowerCase()}${unprefixed.slice(1)}`;
    const name = meant !== undefined && names.includes(meant) ? meant : ownOptions.has(first) ? '' : first;
    return [name, [name, ...rest].join('.'), value] as const;
  });
  const known = given.filter(([name]) => names.includes(name));
  return Object.fromEntries(known.map(([, path, value]) => [path, value]));
}

/** JSON, or the file that has it. */
function readPropsOption(given: string): RawProps {
  const isJson = given.trimStart().startsWith('{');
  const json = isJson ? given : readPropsFile(given);
  try {
    const props: unknown = JSON.parse(json);
    if (typeof props === 'object' && props !== null && !Array.isArray(props)) return props as RawProps;
  } catch {
    // said below
  }
  const what = isJson ? 'expected a JSON object' : `expected a JSON object in ${given}`;
  throw new InvalidParameterError('props', `${what}, as in {"title":"Hello"}`);
}

function readPropsFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    const problem = `expected a JSON object, as in {"title":"Hello"}, or a file of one; there is no file "${path}"`;
    throw new InvalidParameterError('props', problem);
  }
}
