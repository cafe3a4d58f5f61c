import { ContentWatcher } from './content/content-watcher.ts';
import type { Content } from './content/read-content.ts';
import { tagsIn } from './collect.ts';
import { parseHtml } from './parse.ts';
import type { Tags } from './tags.ts';

/** What a page says of itself. */
export interface Head extends Tags, Omit<Content, 'wayLinks'> {
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
  const { wayLinks, ...content } = watcher.contentOf(document, isWhole);
  return { ...tags, ...content, links: [...tags.links, ...wayLinks], paragraph: content.paragraphs[0] };
}

/** What the metas of one name say, in order: `property` and `name` count alike, as they do for crawlers. */
export function contentsOf({ metas }: Pick<Head, 'metas'>, name: string): string[] {
  return metas
    .filter((meta) => meta.property === name || meta.name === name)
    .map(({ content }) => content?.trim() ?? '')
    .filter((content) => content !== '');
}
