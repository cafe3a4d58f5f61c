import { readTags } from './collect.ts';
import { Introduction } from './introduction.ts';
import type { Tags } from './tags.ts';

/** What a page says of itself. */
export interface Head extends Tags {
  /** The text of the first `<h1>`. */
  readonly heading: string | undefined;
  /** The first paragraph of prose behind the heading; looked for only where no meta describes the page. */
  readonly paragraph: string | undefined;
}

/**
 * Reads what an HTML page says of itself, as a browser would parse it. Takes any text and
 * never throws. The insides of `<template>`, `<noscript>`, scripts and comments say nothing.
 */
export function readHead(html: string): Head {
  const introduction = new Introduction(html);
  const tags = readTags(html, introduction);
  return { ...tags, heading: introduction.heading, paragraph: introduction.paragraph };
}

/** What the metas of one name say, in order: `property` and `name` count alike, as they do for crawlers. */
export function contentsOf({ metas }: Pick<Head, 'metas'>, name: string): string[] {
  return metas
    .filter((meta) => meta.property === name || meta.name === name)
    .map(({ content }) => content?.trim() ?? '')
    .filter((content) => content !== '');
}
