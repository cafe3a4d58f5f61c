import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, listDocuments, proseOf, readDocument, root } from './markdown.ts';

const documents = await listDocuments();

/** What a document leads to that is not there: a file, a picture, or a heading of a page. */
function lostLinks(document: string): string[] {
  const prose = proseOf(readDocument(document));
  const links = [...prose.matchAll(/(?:src="|\]\()([^"()\s]+)/g)].map(([, link]) => link!);
  return links.filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(document, link));
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path, anchor] = link.split('#') as [string, string?];
  const target = path === '' ? document : join(document, '..', path);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchorsOf(readDocument(target)).has(anchor);
}

describe('every file, picture and heading that a document links to is there', () => {
  it.each(documents)('%s', (document) => expect(lostLinks(document)).toEqual([]));
});

it('the list beside the documentation has pages that are there, and every page', async () => {
  const { sidebar } = (await import(join(root, 'docs/.vitepress/sidebar.js'))) as {
    sidebar: () => { items: { link: string }[] }[];
  };
  const listed = sidebar().flatMap(({ items }) => items.map(({ link }) => `docs${link}.md`));
  const pages = documents.filter((path) => path.startsWith('docs/') && path !== 'docs/index.md');
  expect(listed.map((path) => path.replace(/\/\.md$/, '/index.md')).sort()).toEqual(pages);
});
