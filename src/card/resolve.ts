import { InvalidParameterError } from '../errors.ts';
import { unknownValue } from '../system/nearest.ts';
import { dress } from './dress.ts';
import { describeCard } from './failure.ts';
import { knownLanguage } from './fonts/known-language.ts';
import { guessLanguage } from './fonts/language.ts';
import { type CheckedProps, checkProps, type InputProps, type RawProps, wordsOf } from './props.ts';
import { over } from './props/over.ts';
import type { TemplateRegistry } from './registry.ts';
import { sizesOf } from './sizes.ts';
import type { Template } from './template.ts';
import { inTemplateTime } from './time-of-template.ts';
import { defaultFormat, type ImageFormat, imageFormats, type Viewport } from './variants.ts';

/** What was asked for, in words: nothing of it has been looked up or trusted yet. */
export interface CardRequest {
  readonly template: string;
  readonly props: RawProps;
  readonly variant?: string | undefined;
  readonly format?: string | undefined;
  /** The language of the words, BCP 47; else it is guessed from their script, else it is the site's. */
  readonly lang?: string | undefined;
  /** An example of the template, for the props that are not given. */
  readonly example?: string | undefined;
  /** It says all it wants: the project's defaults stay away from what it leaves open. @default false */
  readonly isComplete?: boolean;
}

/** A template with validated props, at one size, as one kind of file. */
export interface Card {
  readonly template: Template;
  /** What was given, cleaned; the canonical form is made of it. */
  readonly input: InputProps;
  /** What the template is given: the schema's own output, defaults filled in. */
  readonly props: unknown;
  /** What the template loaded for it. */
  readonly data?: unknown;
  /** It has none of the data that it wants, and can be named but not drawn. */
  readonly lacksData?: boolean;
  /** The example it was made from, for whoever must be told of it. */
  readonly example?: string | undefined;
  /** The name of its size, one of {@link sizesOf}. */
  readonly variant: string;
  readonly viewport: Viewport;
  readonly format: ImageFormat;
  /** The language that was asked for, as far as it is known. */
  readonly lang: string | undefined;
  /** The language it is set in. */
  readonly language: string;
  /** Something of it was not ready in time, and would be another time. */
  readonly isProvisional?: boolean;
  /** Styles for the classes of its markup, where its template asks for Tailwind. */
  readonly utilities?: string;
}

export interface ResolveOptions {
  /**
   * A picture whose source is written wrongly is one that cannot be had, which costs the
   * picture; else it is a wrong prop, which costs the card. @default false
   */
  readonly anySource?: boolean;
  /** Whether the card needs the data that its template loads. @default 'required' */
  readonly data?: 'required' | 'optional' | 'none';
}

/**
 * @throws {UnknownTemplateError} there is no such template.
 * @throws {InvalidParameterError} a variant, format, language, example or prop is not valid.
 * @throws {DataUnavailableError} its template cannot load what it needs.
 */
export async function resolveCard(
  request: CardRequest,
  templates: TemplateRegistry,
  { anySource = false, data: wanted = 'required' }: ResolveOptions = {},
): Promise<Card> {
  const template = templates.get(request.template);
  const sizes = sizesOf(template);
  const variant = oneOf('variant', Object.keys(sizes), request.variant ?? template.viewport);
  const format = oneOf('format', imageFormats, request.format ?? defaultFormat);
  const { input, props } = await checkProps(template.props, layers(request, template, templates), {
    anySource,
  }).catch((error: unknown) => {
    throw error instanceof InvalidParameterError
      ? error.of(describeCard({ template, example: request.example }))
      : error;
  });
  const lang = request.lang === undefined ? undefined : readLanguage(request.lang);
  const words = wordsOf(template.props, input);
  const language = lang ?? guessLanguage(words, templates.language);
  const [loaded, prepared] = await Promise.all([
    loadData(templates, template, { input, props }, wanted),
    template.prepare && inTemplateTime(() => template.prepare!(props), template),
  ]);
  const { example } = request;
  const { isProvisional = false } = prepared ?? {};
  const card = {
    template,
    input,
    props,
    ...loaded,
    variant,
    viewport: sizes[variant]!,
    format,
    lang,
    language,
    example,
    isProvisional,
  };
  return loaded.lacksData ? card : dress(card);
}

type LoadedCard = Pick<Card, 'data' | 'lacksData'>;

async function loadData(
  templates: TemplateRegistry,
  template: Template,
  checked: CheckedProps,
  wanted: ResolveOptions['data'],
): Promise<LoadedCard> {
  const without = { data: undefined, lacksData: template.load !== undefined };
  if (!template.load || wanted === 'none') return without;
  try {
    return { data: await templates.data.of(template, checked), lacksData: false };
  } catch (error) {
    if (wanted === 'required') throw error;
    return without;
  }
}

/** The project's defaults, over these an example, over both what is asked for. */
function layers(request: CardRequest, template: Template, templates: TemplateRegistry): RawProps {
  const example = request.example === undefined ? {} : exampleOf(template, request.example);
  const defaults = request.isComplete ? {} : templates.defaultsFor(template);
  return over(over(defaults, example), request.props);
}

function exampleOf({ examples }: Template, name: string): RawProps {
  const names = Object.keys(examples);
  return examples[oneOf('example', names, name)] as RawProps;
}

/** BCP 47: `zh-tw`, `zh-TW` and `zh-TW-x-1` are one language and one key. */
function readLanguage(tag: string): string | undefined {
  try {
    return knownLanguage(tag);
  } catch {
    throw new InvalidParameterError('lang', `"${tag}" is no language tag`, ['en', 'pt-BR', 'zh-Hant', '…']);
  }
}

function oneOf<const Value extends string>(parameter: string, valid: readonly Value[], value: string): Value {
  const found = valid.find((candidate) => candidate === value);
  if (found === undefined) throw unknownValue(parameter, value, valid);
  return found;
}
