import { TemplateError, UnknownTemplateError } from '../errors.ts';
import { checkFonts } from './fonts/open-family.ts';
import { describeProps } from './props.ts';
import { checkSizes, sizesOf } from './sizes.ts';
import type { Template } from './template.ts';

/** Names the URL keeps for itself; a prop of this name could never be set. */
export const reservedParameters = ['template', 'format', 'variant', 'lang', 'example', 'exp', 'sig'] as const;

export class TemplateRegistry {
  /** The language of the site, for cards that do not tell theirs. */
  readonly language: string;
  readonly #templates: ReadonlyMap<string, Template>;

  /** @throws {TemplateError} a name is taken twice or malformed, a prop has a reserved name, there is no example, or a font cannot be had. */
  constructor(templates: readonly Template[], { language = 'en' }: { language?: string } = {}) {
    this.language = language;
    for (const template of templates) checkTemplate(template);
    this.#templates = new Map(templates.map((template) => [template.name, template]));
    if (this.#templates.size !== templates.length) {
      throw new TemplateError('Two templates have the same name.');
    }
  }

  get names(): string[] {
    return [...this.#templates.keys()];
  }

  /** @throws {UnknownTemplateError} listing the names there are. */
  get(name: string): Template {
    const template = this.#templates.get(name);
    if (!template) throw new UnknownTemplateError(name, this.names);
    return template;
  }

  [Symbol.iterator](): IterableIterator<Template> {
    return this.#templates.values();
  }
}

function checkTemplate(template: Template): void {
  if (!/^[a-z][a-z0-9-]*$/.test(template.name)) {
    throw new TemplateError(
      `Template "${template.name}": a name has lower-case letters, digits and dashes only.`,
    );
  }
  const props = Object.keys(describeProps(template.props));
  const taken = props.find((name) => (reservedParameters as readonly string[]).includes(name));
  if (taken) throw new TemplateError(`Template "${template.name}": "${taken}" is a reserved parameter.`);
  if (Object.keys(template.examples).length === 0) {
    throw new TemplateError(`Template "${template.name}" declares no example.`);
  }
  checkSizes(template.variants ?? {}, `Template "${template.name}"`);
  if (!Object.hasOwn(sizesOf(template), template.viewport)) {
    const valid = Object.keys(sizesOf(template)).join(', ');
    throw new TemplateError(
      `Template "${template.name}": its viewport is "${template.viewport}". Valid: ${valid}.`,
    );
  }
  checkFonts(template.fonts);
}
