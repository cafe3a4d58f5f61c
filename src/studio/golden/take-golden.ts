import { cacheKey } from '../../card/key.ts';
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
    const draft = await cardstock.draft({ template, props, variant, format: 'png' }, { isOwn: true });
    const { bytes } = await cardstock.develop(draft, signal);
    const document = cacheKey(draft.document, 'png', '');
    return { picture: bytes, origin: { document, engine: await engineOf(cardstock) } };
  } catch (error) {
    return error instanceof CardstockError ? error.message : String(error);
  }
}

/** Without the budget for bytes, which a picture without loss knows nothing of. */
export async function engineOf(cardstock: Cardstock): Promise<string> {
  return (await cardstock.engine()).replace(/ budget \d+$/, '');
}
