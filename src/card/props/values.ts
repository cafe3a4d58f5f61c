export type Primitive = string | number | boolean;
export type RawProps = Readonly<Record<string, unknown>>;

/** What a prop may be: what JSON can say, and nothing else. */
export type PropValue = Primitive | null | readonly PropValue[] | { readonly [name: string]: PropValue };

/** Props as a schema takes them: only declared names, only what they were declared as, text normalised. */
export type InputProps = Readonly<Record<string, PropValue>>;

/** The way to a part of a prop: names, and numbers of entries. */
export type Path = readonly (string | number)[];

/** How a part is named in URLs, on the command line and in errors: `speakers.1.photo`. */
export function pathName(path: Path): string {
  return path.join('.');
}

/** An object of JSON: neither a list nor an instance of anything. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Names that mean something else to JavaScript or to Preact, and have no business in a card. */
export function isUsableName(name: string): boolean {
  return (
    name !== '' && !/[.\p{Cc}]|^__|^\$\$|^(?:constructor|prototype|dangerouslySetInnerHTML)$/u.test(name)
  );
}
