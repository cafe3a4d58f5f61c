import type { Tags } from './tags.ts';

/** Why a page is left without a card. */
export type SkipReason = 'empty' | 'too-large' | 'not-html' | 'noindex' | 'redirect' | 'own-image';

/** A page that people read is a hundredth of this; a crawler gives up long before. */
export const maxPageBytes = 10_000_000;

/** Why tags do not belong into a file; nothing where they do. */
export function reasonToSkip(file: Buffer, said: Tags, overwrite: boolean): SkipReason | undefined {
  if (file.length === 0) return 'empty';
  if (file.length > maxPageBytes) return 'too-large';
  if (!isPage(said)) return 'not-html';
  if (said.isNoindex) return 'noindex';
  if (said.refreshTo !== undefined) return 'redirect';
  if (!overwrite && hasOwnImage(said)) return 'own-image';
  return undefined;
}

/** Whether the page names an image for its card. An empty tag names none. */
export function hasOwnImage({ metas }: Pick<Tags, 'metas'>): boolean {
  return metas.some(
    ({ property, name, content, isOurs }) =>
      !isOurs &&
      Boolean(content?.trim()) &&
      [property, name].some((key) => /^og:image(?::(?:url|secure_url))?$/.test(key ?? '')),
  );
}

/** Fragments, data and binary files are named .html too; a page has at least one of the tags that make it one. */
export function isPage({ openings, title, charset }: Tags): boolean {
  const { doctype, html, head, body } = openings;
  return [doctype, html, head, body, title, charset].some((part) => part !== undefined);
}
