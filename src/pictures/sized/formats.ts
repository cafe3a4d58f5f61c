/** What pictures are made in. */
export const pictureFormats = ['jpeg', 'png', 'webp', 'avif'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

const endings: Readonly<Record<string, PictureFormat>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
};

/** How a name ends where the browser chooses. */
const openEnding = 'auto';

export const endingOf: Readonly<Record<PictureFormat, string>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
};

export const pictureEndings = [...Object.values(endingOf), openEnding];

export interface NamedFormat {
  readonly stem: string;
  /** Nothing where the browser chooses. */
  readonly format: PictureFormat | undefined;
  /** As it was written; empty without one. */
  readonly ending: string;
}

/** What the end of a name says of the format, and what is before it. A dot of another kind belongs to the name. */
export function splitFormat(name: string): NamedFormat {
  const [, stem, ending] = /^(.*[^/])\.([a-z]+)$/.exec(name) ?? [];
  if (stem !== undefined && ending !== undefined) {
    if (ending === openEnding) return { stem, format: undefined, ending };
    if (Object.hasOwn(endings, ending)) return { stem, format: endings[ending], ending };
  }
  return { stem: name, format: undefined, ending: '' };
}
