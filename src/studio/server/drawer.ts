import { LRUCache } from 'lru-cache';
import { findingsOf } from '../../card/findings.ts';
import type { CardRequest } from '../../card/resolve.ts';
import type { OpenGraphImage } from '../../camera/open-graph-image.ts';
import type { PictureFacts } from '../protocol.ts';
import type { Workshop } from './workshop.ts';

export interface DrawnCard {
  readonly bytes: Uint8Array;
  readonly facts: PictureFacts;
}

const keptBytes = 24_000_000;

/** Draws cards as `cardstock render` does, and remembers the last ones: who types goes back a letter. */
export class Drawer {
  readonly #workshop: Workshop;
  readonly #kept = new LRUCache<string, OpenGraphImage>({
    maxSize: keptBytes,
    sizeCalculation: ({ bytes }) => bytes.length,
  });

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  /** @throws {CardstockError} as {@link Cardstock.render} does. */
  async draw(request: CardRequest, signal?: AbortSignal): Promise<DrawnCard> {
    const cardstock = this.#workshop.cardstock();
    const draft = await cardstock.draft(request, { isOwn: true });
    const kept = this.#kept.get(draft.key);
    const image = kept ?? (await cardstock.develop(draft, signal));
    this.#kept.set(draft.key, image);
    const { bytes, type, width, height, quality, timings } = image;
    const findings = findingsOf({ ...image, missingImages: draft.missingImages });
    const language = /<html lang="([^"]*)"/.exec(draft.document.html)?.[1] ?? '';
    const facts = { key: draft.key, type, width, height, quality, timings, alt: draft.alt, language };
    return { bytes, facts: { ...facts, bytes: bytes.length, findings, isKept: kept !== undefined } };
  }
}
