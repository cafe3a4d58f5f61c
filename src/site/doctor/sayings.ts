import type { LeftAlone } from './left-alone.ts';
import { openGraphImages, type PageTags, valueOf } from './page-tags.ts';

/** What a page says of itself, by which pages that are all alike are found. */
export interface Sayings {
  readonly title?: string;
  readonly description?: string;
  /** As a whole address where it is one. */
  readonly image?: string;
  /** Why the page needs no card. */
  readonly leftAlone?: LeftAlone;
}

export function sayingsOf(tags: PageTags, page: URL): Sayings {
  const title = valueOf(tags, 'og:title') ?? tags.title;
  const description = valueOf(tags, 'og:description') ?? valueOf(tags, 'description');
  const image = openGraphImages(tags)[0]?.url;
  return {
    ...(title && { title }),
    ...(description && { description }),
    ...(image && { image: URL.canParse(image, page.href) ? new URL(image, page).href : image }),
    ...(tags.leftAlone && { leftAlone: tags.leftAlone }),
  };
}
