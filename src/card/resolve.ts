import { InvalidParameterError } from '../errors.ts';
import { dress } from './dress.ts';
import { guessLanguage } from './fonts/language.ts';
import { problemOfSource } from './pictures/source-form.ts';
import { describeProps, type InputProps, type RawProps, readProps, validateProps, wordsOf } from './props.ts';
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
}

/** A template with validated props, at one size, as one kind of file. */
export interface Card {
  readonly template: Template;
  /** What was given, cleaned; the canonical form is made of it. */
  readonly input: InputProps;
  /** What the template is given: the schema's own output, defaults filled in. */
  readonly props: unknown;
  /** The name of its size, one of {@link sizesOf}. */
  readonly variant: string;
  readonly viewport: Viewport;
  readonly format: ImageFormat;
  /** The language that was asked for, in canonical spelling. */
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
}

/**
 * @throws {UnknownTemplateError} there is no such template.
 * @throws {InvalidParameterError} a variant, format, language, example or prop is not valid.
 */
export async function resolveCard(
  request: CardRequest,
  templates: TemplateRegistry,
  { anySource = false }: ResolveOptions = {},
): Promise<Card> {
  const template = templates.get(request.template);
  const sizes = sizesOf(template);
  const variant = oneOf('variant', Object.keys(sizes), request.variant ?? template.viewport);
  const format = oneOf('format', imageFormats, request.format ?? defaultFormat);
  const example = request.example === undefined ? {} : exampleOf(template, request.example);
  const input = readProps(template.props, { ...example, ...request.props });
  if (!anySource) checkSources(template, input);
  const props = await validateProps(template.props, input);
  const lang = request.lang === undefined ? undefined : readLanguage(request.lang);
  const words = wordsOf(template.props, input);
  const language = lang ?? guessLanguage(words, templates.language);
  const preparing = template.prepare && inTemplateTime(() => template.prepare!(props));
  const { isProvisional = false } = (await preparing) ?? {};
  return dress({
    template,
    input,
    props,
    variant,
    viewport: sizes[variant]!,
    format,
    lang,
    language,
    isProvisional,
  });
}

function checkSources({ props }: Template, input: InputProps): void {
  for (const [name, { format }] of Object.entries(describeProps(props))) {
    const source = input[name];
    const problem = format === 'image' && typeof source === 'string' ? problemOfSource(source) : undefined;
    if (problem) throw new InvalidParameterError(name, problem);
  }
}

function exampleOf({ examples }: Template, name: string): RawProps {
  const names = Object.keys(examples);
  return examples[oneOf('example', names, name)] as RawProps;
}

/** BCP 47 in its canonical spelling: `zh-tw` and `zh-TW` are one language and one key. */
function readLanguage(tag: string): string {
  const valid = tag.length <= 35 && /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(tag);
  try {
    const [canonical] = valid ? Intl.getCanonicalLocales(tag) : [];
    if (canonical) return canonical;
  } catch {
    // said below
  }
  throw new InvalidParameterError('lang', `"${tag}" is no language tag`, ['en', 'pt-BR', 'zh-Hant', '…']);
}

function oneOf<const Value extends string>(parameter: string, valid: readonly Value[], value: string): Value {
  const found = valid.find((candidate) => candidate === value);
  if (found === undefined) throw new InvalidParameterError(parameter, `unknown value "${value}"`, valid);
  return found;
}
