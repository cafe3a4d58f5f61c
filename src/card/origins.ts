const files = new WeakMap<object, string>();

/** Remembers which file a template was loaded from, for whoever must be told of it. */
export function rememberOrigin(template: object, file: string): void {
  files.set(template, file);
}

/** That file, where it is known. */
export function originOf(template: object): string | undefined {
  return files.get(template);
}

/** For a template that was made from another one. */
export function inheritOrigin<Made extends object>(made: Made, from: object): Made {
  const file = files.get(from);
  if (file !== undefined) files.set(made, file);
  return made;
}

/** How people are told of a template: `Template "hello" (cards/hello.tsx)`. */
export function describeTemplate(template: object): string {
  const { name } = template as { name?: unknown };
  const file = files.get(template);
  const called = typeof name === 'string' && name !== '' ? `Template "${name}"` : 'A template';
  return file ? `${called} (${file})` : called;
}
