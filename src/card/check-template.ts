import { TemplateError } from '../errors.ts';
import { checkFonts } from './fonts/open-family.ts';
import { describeTemplate } from './origins.ts';
import { describeProps, type PropDescription } from './props.ts';
import { problemsOfProps } from './props/fitness.ts';
import { checkSizes, sizesOf } from './sizes.ts';
import type { Template } from './template.ts';

/** Names the URL keeps for itself; a prop of this name could never be set. */
export const reservedParameters = ['template', 'format', 'variant', 'lang', 'example', 'exp', 'sig'] as const;

/** What each field must be; JavaScript has no compiler to say so. */
const fields: readonly (readonly [keyof Template, string, (value: unknown) => boolean])[] = [
  ['description', 'a sentence', isText],
  ['examples', 'an object of named props', isObject],
  ['fonts', "a list, as in [{ family: 'Inter', weights: [400, 700] }]", (value) => Array.isArray(value)],
  ['css', 'text', isText],
  ['alt', 'a function that gives the text for those who cannot see', isFunction],
  ['render', 'a function that gives JSX', isFunction],
  ['load', 'a function that gives a promise of data', isFunctionOrNothing],
  ['prepare', 'a function', isFunctionOrNothing],
  ['dataMaxAgeSeconds', 'a number of seconds', (value) => value === undefined || Number(value) > 0],
];

/**
 * Whether a template can make cards; all that is wrong is said at once.
 *
 * @throws {TemplateError} naming its file, its fields and its props.
 */
export function checkTemplate(template: Template): void {
  const problems = [
    ...problemsOfName(template),
    ...problemsOfFields(template),
    ...problemsOfFonts(template),
    ...problemsOfSizes(template),
    ...problemsOfSchema(template),
  ];
  if (problems.length > 0) throw new TemplateError(`${describeTemplate(template)}: ${problems.join('; ')}.`);
  checkFonts(template.fonts);
}

function problemsOfSizes(template: Template): string[] {
  checkSizes(template.variants ?? {}, describeTemplate(template));
  const names = Object.keys(sizesOf(template));
  return names.includes(template.viewport)
    ? []
    : [`its viewport is "${template.viewport}". Valid: ${names.join(', ')}`];
}

function problemsOfName({ name }: Partial<Template>): string[] {
  if (!name) return ["it has no name: say name: 'hello'"];
  if (/^[a-z][a-z0-9-]*$/.test(name)) return [];
  return ['a name has lower-case letters, digits and dashes only'];
}

function problemsOfFields(template: Template): string[] {
  const values = template as unknown as Readonly<Record<string, unknown>>;
  const wrong = fields.filter(([field, , isRight]) => !isRight(values[field]));
  return wrong.map(([field, expected]) => {
    if (values[field] !== undefined) return `"${field}" is not ${expected}`;
    return `"${field}" is missing: ${expected}; defineTemplate() fills in what may be left out`;
  });
}

/** Other renderers describe a font in other words. */
function problemsOfFonts({ fonts }: Partial<Template>): string[] {
  if (!Array.isArray(fonts)) return [];
  return (fonts as readonly unknown[]).flatMap((font, index) => {
    if (isObject(font) && isText((font as { family?: unknown }).family)) return [];
    const names = isObject(font)
      ? Object.keys(font as object)
          .filter((name) => name !== 'folder')
          .join(', ')
      : typeof font;
    return [
      `font ${index + 1} has ${names || 'nothing'}: a font is { family: 'Inter', weights: [400, 700], from: file or bytes }`,
    ];
  });
}

function problemsOfSchema({ props: schema }: Partial<Template>): string[] {
  const standard = schema?.['~standard'] as { validate?: unknown; jsonSchema?: unknown } | undefined;
  if (!standard?.validate)
    return ['"props" is missing: say what it takes, as in z.strictObject({ title: text(120) })'];
  if (!standard.jsonSchema)
    return ['"props" is a schema that cannot describe itself: take the z of cardstock-og'];
  let props: Readonly<Record<string, PropDescription>>;
  try {
    props = describeProps(schema!);
  } catch (error) {
    return [`its props say what no URL can: ${(error as Error).message}`];
  }
  const reserved = Object.keys(props).filter((name) => reservedParameters.some((taken) => taken === name));
  return [
    ...reserved.map(
      (name) =>
        `prop "${name}" is a reserved parameter of URLs (${reservedParameters.join(', ')}): call it otherwise`,
    ),
    ...problemsOfProps(props),
  ];
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isFunctionOrNothing(value: unknown): boolean {
  return value === undefined || isFunction(value);
}
