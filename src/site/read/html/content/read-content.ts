import { linkOf } from '../collect.ts';
import { attribute, type Document, type Element, isHtml } from '../parse.ts';
import type { LinkElement } from '../tags.ts';
import { withoutAnchorSign } from '../../words/text.ts';
import { textOf } from '../text.ts';
import { type Block, BlockCutter } from './blocks.ts';
import { BreadcrumbReader } from './breadcrumbs.ts';
import { BylineReader } from './bylines.ts';
import { headingByRank, outlineOf, textOfHeading } from './headings.ts';
import { findLandmarks, type Landmarks } from './landmarks.ts';
import { MastheadReader } from './masthead.ts';
import { Majority } from './majority.ts';
import { type Picture, pictureIn } from './picture.ts';
import { directionOf, type Place } from './place.ts';
import { isProse } from './prose.ts';
import { type Structure, StructureReader } from './structure.ts';
import { type TopLink, TopLinkReader } from './top-links.ts';
import { isOfPage, TimeReader } from './times.ts';
import { type Visitor, walk } from './walk.ts';

/** What the body of a page tells. */
export interface Content {
  /** The text of the first `<h1>`, of the main part where that has one; or of what stands for it. */
  readonly heading: string | undefined;
  /** There is no `<h1>`: it is the first heading of the page's highest rank, which may be that of a part. */
  readonly isHeadingByRank: boolean;
  /** The `<h1>` before that: many books have their name there. */
  readonly banner: string | undefined;
  /** What the place for the name of the site holds, which many programs have. */
  readonly masthead: string | undefined;
  /** Up to six paragraphs that tell something of the page, from behind the heading where there are such. */
  readonly paragraphs: readonly string[];
  /** Up to eight headings of its parts. */
  readonly outline: readonly string[];
  /** The steps that lead to the page, the first of a site first. */
  readonly breadcrumbs: readonly string[];
  /** Up to three moments, as they are written; those marked as its publication first. */
  readonly times: readonly string[];
  /** Who is said to have written it. */
  readonly bylines: readonly string[];
  /** The language that most of the text is marked with, where that is not the mark of the whole page. */
  readonly innerLanguage: string | undefined;
  readonly direction: 'ltr' | 'rtl' | undefined;
  readonly picture: Picture | undefined;
  /** The first links above the heading and the main part. */
  readonly topLinks: readonly TopLink[];
  /** What `<a rel=up>` and the like lead to. */
  readonly wayLinks: readonly LinkElement[];
  readonly structure: Structure;
}

const wayRels = new Set('home up prev next index contents search'.split(' '));

export const maxParagraphs = 6;
export const maxOutline = 8;

/** Reads what the body tells; where the document is not `isWhole`, its last block is unfinished. */
export function readContent(document: Document, isWhole: boolean): Content {
  const landmarks = findLandmarks(document);
  const reader = new ContentReader(landmarks);
  walk(document, landmarks.holders, reader);
  return reader.content(isWhole);
}

class ContentReader implements Visitor {
  readonly #landmarks: Landmarks;
  readonly #cutter = new BlockCutter();
  readonly #breadcrumbs = new BreadcrumbReader();
  readonly #masthead = new MastheadReader();
  readonly #topLinks = new TopLinkReader();
  readonly #times = new TimeReader();
  readonly #bylines = new BylineReader();
  readonly #structure = new StructureReader();
  #direction: 'ltr' | 'rtl' | undefined;
  #picture: Picture | undefined;
  readonly #wayLinks: LinkElement[] = [];

  constructor(landmarks: Landmarks) {
    this.#landmarks = landmarks;
  }

  enter(element: Element, place: Place): void {
    this.#cutter.enter(element, place);
    this.#breadcrumbs.enter(element);
    this.#masthead.enter(element);
    if (!this.#cutter.isBehindHeading && !place.isInMain) this.#topLinks.enter(element);
    this.#structure.enter(element, place);
    if (isHtml(element, 'html')) this.#direction = directionOf(element);
    if (isHtml(element, 'a')) this.#addWay(element);
    if (place.isBeside || !isOfPage(place, this.#landmarks)) return;
    this.#times.enter(element);
    this.#bylines.enter(element);
    if (!place.isAside && (!this.#landmarks.main || place.isInMain)) this.#picture ??= pictureIn(element);
  }

  leave(element: Element): void {
    this.#cutter.leave(element);
    this.#breadcrumbs.leave(element);
    if (element === this.#landmarks.heading) this.#cutter.isBehindHeading = true;
  }

  text(text: string, place: Place): void {
    this.#cutter.text(text, place);
    this.#breadcrumbs.text(text);
  }

  content(isWhole: boolean): Content {
    const { blocks, completeCount } = this.#cutter;
    const complete = isWhole ? blocks : blocks.slice(0, completeCount);
    const prose = complete.filter(isProse);
    return {
      ...this.#headings(complete, prose[0]),
      masthead: this.#masthead.text,
      banner: this.#textOf(this.#landmarks.banner),
      paragraphs: [...new Set(this.#ownBlocks(prose).map(({ text }) => text))].slice(0, maxParagraphs),
      breadcrumbs: this.#breadcrumbs.items,
      times: this.#times.times,
      bylines: this.#bylines.bylines,
      ...this.#majorities(complete),
      picture: this.#picture,
      topLinks: this.#topLinks.links,
      wayLinks: this.#wayLinks,
      structure: this.#structure.structure(complete, prose),
    };
  }

  #headings(
    blocks: readonly Block[],
    firstProse: Block | undefined,
  ): Pick<Content, 'heading' | 'isHeadingByRank' | 'outline'> {
    const heading = this.#textOf(this.#landmarks.heading);
    if (heading)
      return {
        heading,
        isHeadingByRank: false,
        outline: outlineOf(this.#ownBlocks(blocks)).slice(0, maxOutline),
      };
    const beforeProse = firstProse ? blocks.slice(0, blocks.indexOf(firstProse)) : blocks;
    const first = beforeProse.length > 0 ? headingByRank(blocks) : undefined;
    const isFirst = first && beforeProse.includes(first);
    const rest = isFirst ? blocks.filter((block) => block !== first) : blocks;
    return {
      heading: isFirst ? textOfHeading(first) || undefined : undefined,
      isHeadingByRank: true,
      outline: outlineOf(rest).slice(0, maxOutline),
    };
  }

  /** In the main part if there is one; behind the heading where anything is. */
  #ownBlocks<Kind extends Block>(blocks: readonly Kind[]): readonly Kind[] {
    const { main, heading } = this.#landmarks;
    const own = blocks.filter(({ place }) => !main || place.isInMain);
    const behind = heading ? own.filter(({ isBehindHeading }) => isBehindHeading) : own;
    return behind.length > 0 ? behind : own;
  }

  #majorities(blocks: readonly Block[]): Pick<Content, 'innerLanguage' | 'direction'> {
    const languages = new Majority<string>();
    const directions = new Majority<'ltr' | 'rtl'>();
    for (const { letters, place } of blocks) {
      if (place.isBeside) continue;
      languages.add(place.language, letters);
      directions.add(place.direction, letters);
    }
    return { innerLanguage: languages.value, direction: directions.value ?? this.#direction };
  }

  #addWay(element: Element): void {
    if (attribute(element, 'accesskey') === 'u' && attribute(element, 'title')) {
      const up = linkOf(element); // DocBook's
      if (up) this.#wayLinks.push({ ...up, rel: ['up'] });
      return;
    }
    const rel = attribute(element, 'rel')?.trim().toLowerCase().split(/\s+/) ?? [];
    const link = rel.some((word) => wayRels.has(word)) ? linkOf(element) : undefined;
    if (link) this.#wayLinks.push({ ...link, title: link.title ?? (textOf(element) || undefined) });
  }

  #textOf(heading: Element | undefined): string | undefined {
    if (!heading) return undefined;
    const block = this.#cutter.blocks.find(({ owner }) => owner === heading);
    return withoutAnchorSign(block?.text ?? textOf(heading)) || undefined;
  }
}
