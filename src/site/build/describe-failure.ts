import {
  CardstockError,
  describeProblem,
  InternalError,
  InvalidParameterError,
  TemplateFailedError,
} from '../../errors.ts';
import { describeFault } from '../../system/source-position.ts';

/** Why a page has no card, for its owner: with the template, its props and the line of the project. */
export function describeFailure(error: unknown): string {
  if (error instanceof InvalidParameterError && error.card !== undefined) {
    const problems = error.problems.map((each) => `prop "${each.parameter}": ${describeProblem(each)}`);
    return `${error.card}: ${problems.join(' ')}`;
  }
  if (error instanceof TemplateFailedError) return `${error.template}: ${placeOf(error.cause)}`;
  if (error instanceof InternalError) return placeOf(error.cause);
  if (error instanceof CardstockError) return error.message.replace(/^Parameter "template": /, '');
  return placeOf(error);
}

/** As a system says it, by its code; else what was thrown and where, on one line. */
function placeOf(error: unknown): string {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return code ?? describeFault(error).split('\n', 1)[0]!;
}
