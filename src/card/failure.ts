import { CardstockError, TemplateFailedError } from '../errors.ts';
import { describeTemplate } from './origins.ts';
import type { Template } from './template.ts';

interface FailedCard {
  readonly template: Template;
  readonly example?: string | undefined;
}

/** What a template threw, with the names of the template, its file and its example. */
export function failureOf({ template, example }: FailedCard, thrown: unknown): CardstockError {
  if (thrown instanceof CardstockError) return thrown;
  const shown = example === undefined ? '' : `, example "${example}"`;
  return new TemplateFailedError(`${describeTemplate(template)}${shown}`, thrown);
}
