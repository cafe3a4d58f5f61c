import { cacheKey } from '../../card/key.ts';
import type { CardRequest } from '../../card/resolve.ts';
import type { CardDraft } from '../../camera/open-graph-image.ts';
import type { Cardstock } from '../../cardstock.ts';
import { CardstockError } from '../../errors.ts';
import type { Sample } from '../contact-sheet/samples.ts';
import type { GoldenOrigin } from './golden-folder.ts';

export interface TakenGolden {
  readonly picture: Uint8Array;
  readonly origin: GoldenOrigin;
}

/** A picture of an example without loss, and what it is made from; in words, why there is none. */
export async function takeGolden(
  { template, props, variant }: Pick<Sample, 'template' | 'props' | 'variant'>,
  cardstock: Cardstock,
  signal?: AbortSignal,
): Promise<TakenGolden | string> {
  try {
    const { draft, origin } = await draftGolden({ template, props, variant }, cardstock);
    const { bytes } = await cardstock.develop(draft, signal);
    return { picture: bytes, origin };
  } catch (error) {
    return error instanceof CardstockError ? error.message : String(error);
  }
}

/** What a picture would be made from, before it is taken. */
export async function draftGolden(
  request: Pick<CardRequest, 'template' | 'props' | 'variant'>,
  cardstock: Cardstock,
): Promise<{ draft: CardDraft; origin: GoldenOrigin }> {
  const draft = await cardstock.draft({ ...request, format: 'png' }, { isOwn: true });
  const document = cacheKey(draft.document, 'png', '');
  return { draft, origin: { document, engine: await engineOf(cardstock) } };
}

/** Without the budget for bytes, which a picture without loss knows nothing of. */
export async function engineOf(cardstock: Cardstock): Promise<string> {
  return (await cardstock.engine()).replace(/ budget \d+$/, '');
}
