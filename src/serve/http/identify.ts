import { LRUCache } from 'lru-cache';
import { type CardDocument, renderDocument } from '../../card/document.ts';
import { illustrate, type IllustratedCard, type MissingImage } from '../../card/illustrate.ts';
import { type CacheKey, cacheKey, contentVersion } from '../../card/key.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import { type Card, resolveCard } from '../../card/resolve.ts';
import type { ImageFormat } from '../../card/variants.ts';
import { InvalidParameterError } from '../../errors.ts';
import { type StoreKey, storeKey } from '../cache/stores/store.ts';
import type { Pictures } from '../../card/pictures/pictures.ts';
import { type Address, type AskedCard, readCard } from './parse.ts';
import type { Timings } from './timings.ts';

/** What must be known of a card to find its picture or to answer 304. */
export interface IdentifiedCard {
  readonly key: CacheKey;
  readonly storeKey: StoreKey;
  readonly template: string;
  readonly variant: string;
  readonly format: ImageFormat;
  /** Code points that show as empty boxes. */
  readonly missingGlyphs: readonly number[];
  /** Families that it names and that are not there. */
  readonly missingFonts: CardDocument['missingFonts'];
  /** Pictures it does without. */
  readonly missingImages: readonly MissingImage[];
  /** Something of it was not ready in time, and would be another time. */
  readonly isProvisional: boolean;
  /** How its URL names it: readably, or sealed with the design of today or of earlier. */
  readonly form: 'readable' | 'current' | 'outdated';
}

export interface Identity {
  readonly card: IdentifiedCard;
  /** Where it had to be made to tell. */
  readonly document?: CardDocument;
}

/**
 * From an address to a key. That takes a whole document, half a millisecond and more, and
 * always comes out the same while templates stay: so the last few thousand are remembered,
 * without their documents. A card with pictures from elsewhere is not, for these may change.
 */
export class Identifier {
  readonly #templates: TemplateRegistry;
  readonly #pictures: Pictures;
  readonly #known = new LRUCache<string, IdentifiedCard>({ max: 5_000 });

  constructor(templates: TemplateRegistry, pictures: Pictures) {
    this.#templates = templates;
    this.#pictures = pictures;
  }

  /**
   * @throws {CardstockError} the address holds no card, or one that is not valid; a strict one
   * must have all of its pictures.
   */
  async identify(address: Address, engine: string, timings: Timings): Promise<Identity> {
    const known = this.#known.get(address.target);
    if (known) return { card: known };
    const { card, asked } = await timings.measure('parse', () => this.#resolve(address));
    const asWritten = await timings.measure('html', () => renderDocument(card));
    const illustrated = await timings.measure('images', () => illustrate(card, this.#pictures));
    refuseInline(illustrated.missingImages);
    const [missing] = illustrated.missingImages;
    if (missing && asked.strict) throw missing.error;
    const document = illustrated.card === card ? asWritten : renderDocument(illustrated.card);
    const version = contentVersion(asWritten); // a URL is made without a look at its pictures
    const identified = describe(illustrated, asked, document, version, engine);
    if (!illustrated.isFetched && !card.isProvisional) this.#known.set(address.target, identified);
    return { card: identified, document };
  }

  /** The document of a card that is known and whose picture is gone. */
  async document(address: Address): Promise<CardDocument> {
    const { card } = await this.#resolve(address);
    return renderDocument((await illustrate(card, this.#pictures)).card);
  }

  async #resolve(address: Address): Promise<{ card: Card; asked: AskedCard }> {
    const asked = readCard(address, this.#templates.names);
    return { card: await resolveCard(asked.request, this.#templates), asked };
  }
}

/** A data URL that is no picture makes the request itself wrong. */
function refuseInline(missingImages: readonly MissingImage[]): void {
  const wrong = missingImages.find(({ isInline }) => isInline);
  if (wrong) throw new InvalidParameterError(wrong.prop, wrong.error.reason, ['PNG', 'JPEG', 'WebP']);
}

function describe(
  { card, missingImages }: IllustratedCard,
  asked: AskedCard,
  document: CardDocument,
  version: Buffer,
  engine: string,
): IdentifiedCard {
  const key = cacheKey(document, card.format, engine);
  const isCurrent = asked.version?.equals(version);
  return {
    key,
    storeKey: storeKey(card, key),
    template: card.template.name,
    variant: card.variant,
    format: card.format,
    missingGlyphs: document.missingGlyphs,
    missingFonts: document.missingFonts,
    missingImages,
    isProvisional: card.isProvisional ?? false,
    form: isCurrent === undefined ? 'readable' : isCurrent ? 'current' : 'outdated',
  };
}
