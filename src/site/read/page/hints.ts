import type { Head } from '../html/head.ts';
import type { PageHints } from './page-facts.ts';

/** What tells the kind of a page, from how it is built. */
export function hintsOf({ links, structure }: Head): PageHints {
  const { hasSidebar, hasTableOfContents, hasArticle, hasSearchForm, codeBlocks, proseLetters } = structure;
  return {
    hasNeighbours: links.some(({ rel }) =>
      ['up', 'prev', 'next', 'previous'].some((word) => rel.includes(word)),
    ),
    hasSidebar,
    hasContents: hasTableOfContents,
    hasArticle,
    hasSearchForm,
    codeBlocks,
    links: structure.links,
    proseLetters,
    isShell: structure.isShell,
    isFrameset: structure.isFrameset,
  };
}
