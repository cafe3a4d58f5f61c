import { InvalidParameterError } from '../../errors.ts';

/**
 * The parameters of a query, each given once.
 *
 * @throws {InvalidParameterError} one is unknown or repeated.
 */
export function readQuery<Name extends string>(
  query: URLSearchParams,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const [given, value] of query) {
    const name = names.find((name) => name === given);
    if (name === undefined) throw new InvalidParameterError(given, 'is not known here', names);
    if (found[name] !== undefined) throw new InvalidParameterError(given, 'was given more than once');
    found[name] = value;
  }
  return found;
}

/** @throws {InvalidParameterError} it is missing, or there are others. */
export function oneOf(query: URLSearchParams, name: string): string {
  const { [name]: value } = readQuery(query, [name]);
  if (!value) throw new InvalidParameterError(name, 'is required');
  return value;
}
