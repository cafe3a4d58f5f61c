import { CardstockError, TemplateFailedError } from '../errors.ts';
import { describeTemplate } from './origins.ts';
import type { Template } from './template.ts';

interface FailedCard {
  readonly template: Template;
  readonly example?: string | undefined;
}

/** What a template threw, with the names of the template, its file and its example. */
export function failureOf(card: FailedCard, thrown: unknown): CardstockError {
  if (thrown instanceof CardstockError) return thrown;
  return new TemplateFailedError(describeCard(card), asError(thrown));
}

/** As in `Template "hello" (cards/hello.tsx), example "short"`. */
export function describeCard({ template, example }: FailedCard): string {
  return `${describeTemplate(template)}${example === undefined ? '' : `, example "${example}"`}`;
}

/** Anything may be thrown: nothing, a symbol, an object that throws again where it is looked at. */
function asError(thrown: unknown): Error {
  try {
    if (thrown instanceof Error && typeof `${thrown.message}${thrown.stack}` === 'string') return thrown;
    return new Error(`${String(thrown)} was thrown`);
  } catch {
    return new Error('something was thrown that cannot be told');
  }
}
