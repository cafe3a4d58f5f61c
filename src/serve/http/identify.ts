import { LRUCache } from 'lru-cache';
import { type CardDocument, renderDocument } from '../../card/document.ts';
import { furnish } from '../../card/furnish.ts';
import { illustrate, type IllustratedCard, type MissingImage } from '../../card/illustrate.ts';
import { type CacheKey, cacheKey, contentVersion } from '../../card/key.ts';
import { defaultDataMaxAgeSeconds } from '../../card/load-data.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import { type Card, resolveCard } from '../../card/resolve.ts';
import { inTemplateTime } from '../../card/time-of-template.ts';
import type { ImageFormat } from '../../card/variants.ts';
import { InvalidParameterError } from '../../errors.ts';
import { abortable } from '../../system/abortable.ts';
import { Flights } from '../../system/flights.ts';
import { hashed } from '../../system/hashed.ts';
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
  /** How long its data is good for, where it shows any. */
  readonly dataMaxAgeSeconds?: number;
  /** How its URL names it: readably, or sealed with the design of today or of earlier. */
  readonly form: 'readable' | 'current' | 'outdated';
}

export interface Identity {
  readonly card: IdentifiedCard;
  /** Where it had to be made to tell. */
  readonly document?: CardDocument;
}

const knownBytes = 16_000_000;
/** With a card whose pictures were fetched: another one may lie there soon. */
const fetchedMs = 60_000;

/** Who asks, and how much may be done for them. */
export interface IdentifyTerms {
  readonly engine: string;
  readonly timings: Timings;
  readonly signal: AbortSignal;
  /** Asked before any work is done; throws where none may be. */
  readonly admit: () => void;
}

/**
 * From an address to a key. That takes a whole document, half a millisecond and more, and
 * always comes out the same while templates stay: so the last ones are remembered, without
 * their documents. Pictures from elsewhere may change, so a card that has some is known for a
 * minute; one that lacks something, or has data of its template, is not.
 */
export class Identifier {
  readonly #templates: TemplateRegistry;
  readonly #pictures: Pictures;
  readonly #known = new LRUCache<string, IdentifiedCard>({
    maxSize: knownBytes,
    sizeCalculation: ({ missingGlyphs, missingFonts }) =>
      600 + 8 * missingGlyphs.length + 200 * missingFonts.length,
  });
  readonly #flights = new Flights<Identity>();

  constructor(templates: TemplateRegistry, pictures: Pictures) {
    this.#templates = templates;
    this.#pictures = pictures;
  }

  /** What is remembered of an address: all that a hit needs. */
  known({ target }: Address): IdentifiedCard | undefined {
    return this.#known.get(hashed(target));
  }

  /**
   * Once for all who ask for the same at the same time. Who is first is let in or refused before
   * anything is set up.
   *
   * @throws {CardstockError} the address holds no card, or one that is not valid; a strict one
   * must have all of its pictures.
   */
  identify(address: Address, terms: IdentifyTerms): Promise<Identity> {
    const { admit, signal } = terms;
    signal.throwIfAborted();
    const key = hashed(address.target);
    if (!this.#flights.has(key)) admit();
    // What never settles must not keep the others waiting for ever.
    const identify = (everybodyLeft: AbortSignal) => abortable(this.#identify(address, terms), everybodyLeft);
    return this.#flights.join(key, identify, signal).then(({ value }) => value);
  }

  async #identify(address: Address, { engine, timings }: IdentifyTerms): Promise<Identity> {
    const { card, asked } = await timings.measure('parse', () => this.#resolve(address));
    const asWritten = await timings.measure('html', () => documentOf(card));
    const { document, illustrated } = await timings.measure('images', () => this.#complete(card, asWritten));
    const [missing] = illustrated.missingImages;
    if (missing && asked.strict) throw missing.error;
    const version = contentVersion(asWritten); // a URL is made without a look at its pictures
    const identified = describe(illustrated, asked, document, version, engine);
    this.#remember(address, identified, illustrated);
    return { card: identified, document };
  }

  #remember({ target }: Address, card: IdentifiedCard, { isFetched, missingImages }: IllustratedCard): void {
    if (card.isProvisional || missingImages.length > 0 || card.dataMaxAgeSeconds !== undefined) return;
    this.#known.set(hashed(target), card, isFetched ? { ttl: fetchedMs } : {});
  }

  /** The document of a card that is known and whose picture is gone. */
  async document(address: Address): Promise<CardDocument> {
    const { card } = await this.#resolve(address);
    return (await this.#complete(card)).document;
  }

  /** With the pictures of its props, and those that its template names itself. */
  async #complete(card: Card, asWritten?: CardDocument) {
    const illustrated = await illustrate(card, this.#pictures);
    refuseInline(illustrated.missingImages);
    const isSame = asWritten !== undefined && illustrated.card === card;
    const furnished = await furnish(isSame ? asWritten : documentOf(illustrated.card), this.#pictures);
    return {
      document: furnished.document,
      illustrated: {
        ...illustrated,
        missingImages: [...illustrated.missingImages, ...furnished.missingImages],
        isFetched: illustrated.isFetched || furnished.isFetched,
      },
    };
  }

  async #resolve(address: Address): Promise<{ card: Card; asked: AskedCard }> {
    const asked = readCard(address, this.#templates.names);
    return { card: await resolveCard(asked.request, this.#templates), asked };
  }
}

/** A template that loops without end must not stop the service. */
function documentOf(card: Card): CardDocument {
  return inTemplateTime(() => renderDocument(card), card.template);
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
    ...(card.template.load && {
      dataMaxAgeSeconds: card.template.dataMaxAgeSeconds ?? defaultDataMaxAgeSeconds,
    }),
    form: isCurrent === undefined ? 'readable' : isCurrent ? 'current' : 'outdated',
  };
}
