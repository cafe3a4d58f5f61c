import type { ClientLimit } from '../../serve/http/client-limit.ts';
import type { ServeSettings } from '../../serve/settings.ts';
import type { PictureLibrary } from '../library.ts';
import type { PicturePurge } from '../purge.ts';
import type { ByteBudget } from '../uploads/byte-budget.ts';
import type { Claims } from '../uploads/claims.ts';
import type { Guard } from './guard.ts';

/** All that the API needs, made once and shared. */
export interface ApiServices {
  readonly config: Pick<ServeSettings, 'paths' | 'basePath' | 'siteUrl' | 'requestTimeoutMs'>;
  readonly guard: Guard;
  readonly library: PictureLibrary;
  readonly purge: PicturePurge;
  readonly claims: Claims;
  /** Now and then forgets those that are over. */
  readonly sweep: () => Promise<void>;
  /** Of upload addresses: the first signs, all verify. */
  readonly secrets: readonly [string, ...string[]];
  readonly budget: ByteBudget;
  /** How often an address may be refused; none where a platform sees to that. */
  readonly limit?: ClientLimit | undefined;
}
