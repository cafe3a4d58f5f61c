import { ContentWatcher } from './content/content-watcher.ts';
import { type Content, maxOutline } from './content/read-content.ts';
import { tagsIn } from './collect.ts';
import { parseHtml } from './parse.ts';
import type { Tags } from './tags.ts';

/** What a page says of itself. */
export interface Head extends Tags, Omit<Content, 'wayLinks' | 'isHeadingByRank'> {
  /** The first of the paragraphs. */
  readonly paragraph: string | undefined;
}

/**
 * Reads what an HTML page says of itself, as a browser would parse it. Takes any text and
 * never throws. The insides of `<template>`, `<noscript>`, scripts and comments say nothing,
 * nor does what is hidden.
 */
export function readHead(html: string): Head {
  const watcher = new ContentWatcher(html);
  const { document, isWhole } = parseHtml(html, watcher);
  const tags = tagsIn(document, html);
  const { wayLinks, isHeadingByRank, ...content } = watcher.contentOf(document, isWhole);
  const heads = isHeadingByRank ? headingsToldBy(tags.title, content) : content;
  return {
    ...tags,
    ...content,
    ...heads,
    links: [...tags.links, ...wayLinks],
    paragraph: content.paragraphs[0],
  };
}

/** Without an `<h1>` the title tells whether a heading is that of the page: a glossary's first letter is not. */
function headingsToldBy(
  title: string | undefined,
  { heading, outline }: Pick<Content, 'heading' | 'outline'>,
): Pick<Content, 'heading' | 'outline'> {
  if (!heading || !title || title.toLowerCase().includes(heading.toLowerCase())) return { heading, outline };
  return { heading: undefined, outline: [heading, ...outline].slice(0, maxOutline) };
}

/** What the metas of one name say, in order: `property` and `name` count alike, as they do for crawlers. */
export function contentsOf({ metas }: Pick<Head, 'metas'>, name: string): string[] {
  return metas
    .filter((meta) => meta.property === name || meta.name === name)
    .map(({ content }) => content?.trim() ?? '')
    .filter((content) => content !== '');
}
