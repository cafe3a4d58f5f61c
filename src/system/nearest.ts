import { closest, distance } from 'fastest-levenshtein';
import { InvalidParameterError } from '../errors.ts';

/** Nobody mistypes more than that, and strangers shall not have us compare books. */
const maxLength = 40;

/** The word that was probably meant: two letters of five may be others, and all in another order. */
export function nearestTo(word: string, words: readonly string[]): string | undefined {
  if (word === '' || word.length > maxLength || words.length === 0) return undefined;
  const lower = word.toLowerCase();
  const found = closest(lower, words);
  const mistakes = distance(lower, found.toLowerCase());
  if (mistakes <= Math.max(1, Math.floor(word.length * 0.4))) return found;
  return sorted(lower) === sorted(found.toLowerCase()) ? found : undefined;
}

function sorted(word: string): string {
  return Array.from(word).sort().join('');
}

/** An error about a value that is none of those there are. */
export function unknownValue(
  parameter: string,
  value: string,
  validValues: readonly string[],
): InvalidParameterError {
  const problem = `unknown value "${value}"`;
  return InvalidParameterError.ofAll([{ parameter, problem, validValues, ...suggest(value, validValues) }]);
}

/** What a problem says of the word that was meant; nothing where none is near. */
export function suggest(word: string, words: readonly string[]): { suggestion?: string } {
  const suggestion = nearestTo(word, words);
  return suggestion === undefined ? {} : { suggestion };
}
