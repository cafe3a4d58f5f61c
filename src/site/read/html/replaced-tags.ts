import type { MetaTag } from '../../tags/meta-tag.ts';
import type { MetaElement } from './tags.ts';

/**
 * What of a page's own tags makes way for ours: only what would contradict them (`none`), all
 * about its image (`image`), or all that ours say as well (`all`).
 */
export type ReplaceMode = 'none' | 'image' | 'all';

const aboutImage = /^(?:og:image|twitter:image)(?::|$)|^twitter:card$/;
const aboutOpenGraphImage = /^og:image(?::|$)/;
const aboutCard = /^(?:og|article|twitter):/;
/** Kinds of card that show our image large, or something else that the page means. */
const keptCards = /^(?:summary_large_image|player|app)$/i;

/** The tags of a page that are taken out before ours are put in, so that both are one set. */
export function replacedTags(
  metas: readonly MetaElement[],
  ours: readonly MetaTag[],
  mode: ReplaceMode,
): MetaElement[] {
  const keys = new Set(ours.flatMap(({ key }) => [key, key.replace(/^og:/, 'twitter:')]));
  const hasImage = keys.has('og:image');
  const hasImageForX = metas.some(namesImageForX);
  return metas.filter((meta) => {
    const names = namesOf(meta);
    if (names.some((name) => aboutImage.test(name))) {
      return hasImage && (mode !== 'none' || isLeftover(meta, hasImageForX));
    }
    // What describes the page to search engines by the same element stays.
    return mode === 'all' && names.some((name) => keys.has(name)) && !names.includes('description');
  });
}

/** Whether a tag is one that crawlers read for a card. */
export function isCardTag(meta: MetaElement): boolean {
  return namesOf(meta).some((name) => aboutCard.test(name));
}

/**
 * Size, type or words of an image that the page does not name, and the kind of card that shows
 * ours small. An image for X alone is the page's own, and its kind of card with it.
 */
function isLeftover(meta: MetaElement, hasImageForX: boolean): boolean {
  const names = namesOf(meta);
  if (names.some((name) => aboutOpenGraphImage.test(name))) return true;
  if (hasImageForX) return false;
  return !names.includes('twitter:card') || !keptCards.test(meta.content?.trim() ?? '');
}

function namesImageForX(meta: MetaElement): boolean {
  return Boolean(meta.content?.trim()) && namesOf(meta).some((name) => /^twitter:image(?::src)?$/.test(name));
}

function namesOf({ property, name }: MetaElement): string[] {
  return [property, name].filter((each) => each !== undefined);
}
