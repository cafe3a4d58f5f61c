import type { CardRequest } from '../../card/resolve.ts';
import type { Receipt } from '../explain/receipt.ts';
import type { CardSizes } from './card-size.ts';
import type { ClientLimit } from './client-limit.ts';
import type { Camera } from '../../camera/camera.ts';
import type { CameraSettings } from '../../camera/settings.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import type { ImageCache } from '../cache/image-cache.ts';
import type { FallbackPictures } from '../fallback/fallback-pictures.ts';
import type { ServeSettings } from '../settings.ts';
import type { Identifier } from './identify.ts';
import type { LoadShed } from './load-shed.ts';
import type { SlowCards } from './slow-cards.ts';

/** All that a request needs, made once and shared. */
export interface Services {
  readonly config: ServeSettings & Pick<CameraSettings, 'timeoutMs'>;
  readonly templates: TemplateRegistry;
  readonly identifier: Identifier;
  readonly cache: ImageCache;
  readonly fallback: FallbackPictures;
  readonly slowCards: SlowCards;
  /** None where cards are had in their own size alone. */
  readonly sizes?: CardSizes | undefined;
  /** How often an address may ask without a signature; none where a platform sees to that. */
  readonly limit?: ClientLimit | undefined;
  /** Keeps new cards out while the event loop is late; none where a platform gives each request its own. */
  readonly loadShed?: LoadShed | undefined;
  /** Draws a card and tells all of it. */
  readonly explain: (request: CardRequest, signal: AbortSignal) => Promise<Receipt>;
  /** Opened by whoever needs it first; a failure to open is theirs to meet. */
  readonly camera: () => Promise<Camera>;
}
