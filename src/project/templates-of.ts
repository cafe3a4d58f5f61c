import { basename } from 'node:path';
import { rememberOrigin } from '../card/origins.ts';
import type { Template } from '../card/template.ts';

/** The modules of a project's templates, by their files. */
export type TemplateModules = Readonly<Record<string, object>> | readonly object[];

/**
 * The templates that a module exports, each once. One without a name of its own is called as it
 * is exported, and a default export as its file.
 */
export function templatesOf(module: object, file: string): Template[] {
  const exported = Object.entries(module).filter(([, value]) => isTemplate(value)) as [string, Template][];
  const named = exported.filter(([name]) => name !== 'default');
  const isNew = ([name, value]: [string, Template]) =>
    name !== 'default' || named.every(([, other]) => other !== value);
  const fileName = basename(file).replace(/\.\w+$/, '');
  return exported.filter(isNew).map(([name, value]) => {
    const template = value.name ? value : { ...value, name: kebab(name === 'default' ? fileName : name) };
    rememberOrigin(template, file);
    return template;
  });
}

/** What to say of a module that exports no template, and why it is none. */
export function noticeOf(module: object, file: string): string | undefined {
  if (Object.values(module).some(isTemplate)) return undefined;
  const [name] = Object.entries(module).find(([, value]) => typeof value === 'function') ?? [];
  const why = !name ? '' : name === 'default' ? ': its default is a function' : `: ${name} is a function`;
  return `${file} exports no template${why}. A template is export const hello = defineTemplate({ props, render }).`;
}

/** What is wrong with one is said by name when it is used. */
function isTemplate(value: unknown): value is Template {
  return (
    typeof value === 'object' && value !== null && typeof (value as Partial<Template>).render === 'function'
  );
}

/** `helloWorld` and `HelloWorld` are called `hello-world`. */
function kebab(name: string): string {
  return name
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
}
