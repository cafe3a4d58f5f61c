import { TemplateError, UnknownTemplateError } from '../errors.ts';
import { nearestTo } from '../system/nearest.ts';
import { checkTemplate } from './check-template.ts';
import { LoadedData } from './load-data.ts';
import { describeProps, type RawProps } from './props.ts';
import type { Template } from './template.ts';

export interface RegistryOptions {
  /** The language of the site, for cards that do not tell theirs. @default 'en' */
  readonly language?: string;
  /** Props for every card whose template has them and whose request does not say. */
  readonly defaults?: RawProps;
  /** How long a template may take to load its data. */
  readonly loadTimeoutMs?: number;
}

export class TemplateRegistry {
  readonly language: string;
  /** What the templates have loaded; gone with them when they are edited. */
  readonly data: LoadedData;
  readonly #defaults: RawProps;
  readonly #templates: ReadonlyMap<string, Template>;

  /** @throws {TemplateError} a name is taken twice, or a template is declared wrongly. */
  constructor(
    templates: readonly Template[],
    { language = 'en', defaults = {}, loadTimeoutMs = 5_000 }: RegistryOptions = {},
  ) {
    this.language = language;
    this.data = new LoadedData(loadTimeoutMs);
    this.#defaults = defaults;
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
    if (!template) throw new UnknownTemplateError(name, this.names, nearestTo(name, this.names));
    return template;
  }

  /** The project's props for cards of a template, which has no use for all of them. */
  defaultsFor({ props }: Template): RawProps {
    const described = describeProps(props);
    return Object.fromEntries(
      Object.entries(this.#defaults).filter(([name]) => Object.hasOwn(described, name)),
    );
  }

  [Symbol.iterator](): IterableIterator<Template> {
    return this.#templates.values();
  }
}
