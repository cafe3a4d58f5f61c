import { findingsOf } from '../../card/findings.ts';
import { fileExtensions } from '../../card/variants.ts';
import type { CardDraft } from '../../camera/open-graph-image.ts';
import type { Cardstock } from '../../cardstock.ts';
import { StoreFailedError } from '../../errors.ts';
import { Flights } from '../../system/flights.ts';
import type { ImageShelf, MadeImage } from './image-shelf.ts';
import type { Manifest } from './manifest.ts';
import type { ReportDraft } from './report.ts';

export interface ImageMakerOptions {
  readonly cardstock: Cardstock;
  readonly shelf: ImageShelf;
  readonly images: Manifest['images'];
  readonly report: ReportDraft;
  readonly dryRun: boolean;
  /** Whether the store has images of other machines, and gets ours. */
  readonly isSharing: boolean;
  /** Whether they are for the store alone, and nothing is written here. */
  readonly isShard: boolean;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Has the images of a build made, each once for all pages that name it, and only where there is none. */
export class ImageMaker {
  readonly #options: ImageMakerOptions;
  readonly #flights = new Flights<MadeImage>();

  constructor(options: ImageMakerOptions) {
    this.#options = options;
  }

  /** The image of a card as a file of the site: the one that is there, or one that is made now. */
  async file(draft: CardDraft): Promise<MadeImage> {
    const name = `${draft.key}.${fileExtensions[draft.format]}`;
    return this.#once(name, () => this.#shelve(name, draft));
  }

  /** Sees to it that the store has the image before anybody asks for its URL, whose path that is. */
  async stock(draft: CardDraft, path: string): Promise<void> {
    if (this.#options.dryRun || !this.#options.isSharing || !draft.isForGood) return;
    await this.#once(path, () => this.#share(path, draft));
  }

  async #once(name: string, work: () => Promise<MadeImage>): Promise<MadeImage> {
    const { value, isFirst } = await this.#flights.join(name, work);
    if (!isFirst) this.#options.report.countImage(false);
    return value;
  }

  async #shelve(name: string, draft: CardDraft): Promise<MadeImage> {
    const { dryRun, isShard, shelf, images, now, report } = this.#options;
    if (isShard) return this.#share(`og/${name}`, draft);
    const known = images.get(name);
    if (known && (dryRun || (await shelf.publish(known)))) {
      known.lastUsedAt = now;
      report.countImage(false);
      return known;
    }
    const made = dryRun ? this.#planned(name) : await this.#develop(name, draft);
    if (!dryRun) images.set(name, made);
    return made;
  }

  #planned(name: string): MadeImage {
    this.#options.report.countImage(true);
    return { name, bytes: 0, warnings: [], lastUsedAt: this.#options.now };
  }

  async #develop(name: string, draft: CardDraft): Promise<MadeImage> {
    const { cardstock, isSharing, shelf, report } = this.#options;
    const { image, isNew } = isSharing
      ? await cardstock.developOnce(draft, `og/${name}`)
      : { image: await cardstock.develop(draft), isNew: true };
    report.countImage(isNew);
    await shelf.add(name, image.bytes);
    return this.#describe(name, image, draft);
  }

  /** @throws {StoreFailedError} it is made and nobody will find it. */
  async #share(path: string, draft: CardDraft): Promise<MadeImage> {
    const { cardstock, report, now } = this.#options;
    if (await cardstock.isShared(draft, path)) {
      report.countImage(false);
      return { name: path, bytes: 0, warnings: [], lastUsedAt: now };
    }
    const { image, isNew, isStored } = await cardstock.developOnce(draft, path);
    if (!isStored) throw new StoreFailedError();
    report.countImage(isNew);
    return this.#describe(path, image, draft);
  }

  #describe(name: string, image: Judgeable, draft: CardDraft): MadeImage {
    const { now } = this.#options;
    return { name, bytes: image.bytes.length, warnings: warningsOf(image, draft), lastUsedAt: now };
  }
}

interface Judgeable {
  readonly bytes: Uint8Array;
  readonly overBudget: boolean;
  readonly headlineClamped?: boolean;
}

/** A description that is longer than its lines is cut where they end, as it was meant; a title is not. */
function warningsOf(image: Judgeable, { document, missingImages }: CardDraft): string[] {
  const { bytes, overBudget, headlineClamped: clamped = false } = image;
  const { missingGlyphs, missingFonts } = document;
  return findingsOf({ bytes, overBudget, clamped, missingGlyphs, missingFonts, missingImages });
}
