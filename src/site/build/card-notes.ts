import type { Page, PageKind } from '../read/page/page.ts';
import { sameness } from '../survey/count.ts';

/** A card, and what its owner could improve. */
export interface CardNote {
  readonly path: string;
  readonly title: string;
  readonly kind: PageKind;
  /** The file in the image folders of the build; nothing in modes that make none. */
  readonly image?: string | undefined;
  /** Of its images, in all sizes; 0 in modes and runs that make none. */
  readonly bytes: number;
  readonly notes: readonly string[];
}

/** A page that got its card. */
export interface CardOfPage {
  readonly page: Page;
  readonly image?: string | undefined;
  readonly bytes: number;
  readonly warnings: readonly string[];
}

/** What owners can improve in their pages, page by page, the weakest first. */
export function weakestFirst(cards: readonly CardOfPage[]): CardNote[] {
  const alike = Map.groupBy(cards, ({ page }) => `${page.language ?? ''} ${sameness(page.title)}`);
  const notes = [...alike.values()].flatMap((group) => group.map((card) => noteOf(card, group.length)));
  return notes.sort(
    (one, other) => other.notes.length - one.notes.length || (one.path < other.path ? -1 : 1),
  );
}

function noteOf({ page, image, bytes, warnings }: CardOfPage, sameTitle: number): CardNote {
  const { path, title, kind } = page;
  const notes = [
    ...warnings,
    ...(page.isNamedAfterFile ? ['named after its file'] : []),
    ...(sameTitle > 1 ? [`the title of ${sameTitle} pages`] : []),
    ...(page.description === undefined && kind !== 'list' ? ['without a description'] : []),
  ];
  return { path, title, kind, image, bytes, notes };
}
