import type { LeftAlone } from './left-alone.ts';

/** A meta element that names a property. */
export interface MetaTag {
  /** `property` or `name`, in small letters. */
  readonly name: string;
  readonly content: string;
  readonly isInHead: boolean;
  /** A build of ours put it in. */
  readonly isOurs: boolean;
}

/** What a page says of itself, in the words that crawlers look for. */
export interface PageTags {
  readonly metas: readonly MetaTag[];
  /** Of `<title>`. */
  readonly title: string | undefined;
  /** Of `<html>`. */
  readonly language: string | undefined;
  readonly canonical: string | undefined;
  /** Why a build gives the page no card, whatever it says of one. */
  readonly leftAlone: LeftAlone | undefined;
  /** Where `<meta http-equiv=refresh>` sends a reader. */
  readonly leadsTo: string | undefined;
}

/** What the tags say of an image. */
export interface DeclaredImage {
  readonly tag: 'og:image' | 'twitter:image';
  /** As it is written. */
  readonly url: string;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  readonly type?: string | undefined;
  readonly alt?: string | undefined;
}

export function valuesOf({ metas }: PageTags, name: string): string[] {
  return metas.filter((meta) => meta.name === name).map(({ content }) => content.trim());
}

/** The first that says something. */
export function valueOf(tags: PageTags, name: string): string | undefined {
  return valuesOf(tags, name).find((value) => value !== '');
}

const parts = ['width', 'height', 'type', 'alt'] as const;
type Writable = { -readonly [Name in keyof DeclaredImage]: DeclaredImage[Name] };

/** Every image that the page names for its card. What follows an `og:image` is said of that one. */
export function openGraphImages({ metas }: PageTags): DeclaredImage[] {
  const images: Writable[] = [];
  for (const { name, content } of metas) {
    const part = parts.find((part) => name === `og:image:${part}`);
    const last = images.at(-1);
    if (part && last) last[part] ??= content.trim();
    else if (name === 'og:image' && content.trim() !== '')
      images.push({ tag: 'og:image', url: content.trim() });
  }
  return images;
}

/** The image that a platform takes: the first, or that of `twitter:image` where it asks for that before. */
export function chosenImage(tags: PageTags, prefersTwitterTags: boolean): DeclaredImage | undefined {
  const [first] = openGraphImages(tags);
  const url = valueOf(tags, 'twitter:image') ?? valueOf(tags, 'twitter:image:src');
  if (!prefersTwitterTags || url === undefined || url === first?.url) return first;
  return { tag: 'twitter:image', url, alt: valueOf(tags, 'twitter:image:alt') };
}
