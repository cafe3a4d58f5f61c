import type { Cardstock } from '../../cardstock.ts';
import type { Sample } from '../contact-sheet/samples.ts';
import { compare } from './compare.ts';
import type { Triptych } from './differences.ts';
import { type GoldenFolder, goldenName } from './golden-folder.ts';
import { draftGolden } from './take-golden.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface AcceptedState {
  readonly verdict: Verdict;
  /** Both pictures, where they differ. */
  readonly triptych?: Triptych;
}

/**
 * One card beside its accepted picture; nothing where its template has none. What is made from the same
 * document by the same engine is taken for the same: a page of hundreds is to be looked at, and
 * `--check` draws each of them.
 *
 * @throws {CardstockError} the card cannot be drawn.
 */
export async function compareWithAccepted(
  sample: Sample,
  cardstock: Cardstock,
  goldens: GoldenFolder,
  signal?: AbortSignal,
): Promise<AcceptedState | undefined> {
  const name = goldenName(sample);
  const before = await goldens.picture(name);
  if (!before) {
    const ofTemplate = (await goldens.names()).some((each) => each.startsWith(`${sample.template}/`));
    return ofTemplate ? { verdict: { kind: 'new', name } } : undefined;
  }
  const { [name]: accepted } = await goldens.origins();
  const { draft, origin } = await draftGolden(sample, cardstock);
  if (accepted?.document === origin.document && accepted.engine === origin.engine) {
    return { verdict: { kind: 'same', name } };
  }
  const { bytes: after } = await cardstock.develop(draft, signal);
  const comparison = await compare(before, after);
  return {
    verdict: verdictOf(name, comparison, origin, accepted),
    triptych: { before, after, difference: comparison.difference },
  };
}
