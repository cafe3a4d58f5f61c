import { createHash } from 'node:crypto';
import { type CardDocument, renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { type VariantName, variants } from '../../src/card/variants.ts';
import type { FontFace } from '../../src/card/fonts/faces.ts';
import { templates } from '../../templates/index.ts';

/** A card the way requests get it: one of our templates, its fonts inside. */
export async function ordinaryCard(title: string, variant: VariantName = 'og'): Promise<CardDocument> {
  const request = { template: 'plain', props: { title, subtitle: 'Of no importance' }, variant };
  return renderDocument(await resolveCard(request, new TemplateRegistry(templates)));
}

/** Markup that no template would make and no escaper has seen. */
export function rawCard(html: string, variant: VariantName = 'og', faces: FontFace[] = []): CardDocument {
  return { html, faces, missingGlyphs: [], missingFonts: [], viewport: variants[variant] };
}

/**
 * A square, copied twice, `doublings` times over. Eleven take a browser a few hundred
 * milliseconds, enough to be disturbed in the middle; thirty would take it days.
 */
export function heavyCard(doublings: number): CardDocument {
  const copies = Array.from(
    { length: doublings },
    (_, i) => `<g id="c${i + 1}"><use href="#c${i}"/><use href="#c${i}" x="1"/></g>`,
  );
  return rawCard(
    `<!doctype html><svg width="99" height="99"><g id="c0"><rect width="9" height="9" fill="teal"/></g>${copies.join('')}</svg>`,
  );
}

/** Short enough to read when two pictures differ. */
export function fingerprint(picture: Buffer): string {
  return createHash('sha256').update(picture).digest('hex').slice(0, 16);
}
