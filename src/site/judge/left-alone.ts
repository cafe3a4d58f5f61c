import type { PageFacts } from '../read/page/page-facts.ts';

/** Pages that nobody shares, and why. */
export type UnsharedKind = 'not-found' | 'search' | 'index' | 'frames' | 'attachment' | 'print' | 'source';

const byPath: readonly [kind: UnsharedKind, path: RegExp][] = [
  ['not-found', /(?:^|\/)(?:404|50\d|not-?found)(?:\.x?html?|\/index\.x?html?)$|^error\.x?html?$/i],
  [
    'index',
    /(?:^|\/)(?:genindex(?:-[^/]*)?|py-modindex|modindex|doc-index(?:-[^/]*)?|index-all|allclasses(?:-(?:index|frame|noframe))?|allpackages-index|overview-(?:tree|frame)|package-(?:tree|use|frame)|constant-values|serialized-form|deprecated-list|help-doc|theindex|bk01ix\d*|ix\d+)\.x?html?$/i,
  ],
  ['index', /(?:^|\/)(?:index-files\/index-\d+|class-use\/[^/]+)\.html$/i],
  ['print', /(?:^|\/)print\.html$|\/print\/index\.html$/i],
  ['source', /(?:^|\/)(?:_modules|_sources)\/|(?:^|\/)src\/.*\.rs\.html$|_source\.html$/i],
  ['attachment', /(?:^|\/)attachment\//i],
];

const searchPath =
  /(?:^|\/)(?:search|suche|recherche|buscar|busca|cerca|zoeken|search-?results?)(?:\.x?html?|\/index\.x?html?)$/i;

/** Haddock's and those of many others: nothing but code. */
const sourcePath = /(?:^|\/)src\/[^/]+\.html$/;

/** What colours a file of code calls its page after it. */
const sourceFile =
  /\.(?:ad[bs]|cc?|cpp|cs|el|go|h|hpp|hs|java|js|jsx|kt|lua|ml|org|php|pl|py|r|rb|rs|scala|sh|swift|ts|tsx)\.html?$/i;

/** Texinfo's; a page about an index says more of it. */
const bookIndex = /(?:^|\/)(?:[A-Z][\w.]*-)*Index\.html$/;

/** A page about searching, or about errors, says more than this. */
const fewLetters = 300;

/** The same by the address alone. */
export function unsharedByPath(path: string): UnsharedKind | undefined {
  return byPath.find(([, pattern]) => pattern.test(path))?.[0];
}

/** Why nobody would share a page; nothing for all others. */
export function unsharedKind({ path, hints, titles }: PageFacts): UnsharedKind | undefined {
  const kind = unsharedByPath(path);
  if (kind) return kind;
  if (hints.isFrameset) return 'frames';
  const title = titles.heading ?? titles.element ?? '';
  if (/^(?:JSDoc: )?Source(?: of|:) /.test(title)) return 'source';
  if (hints.proseLetters === 0 && (sourcePath.test(path) || isSourceFile(path, hints))) return 'source';
  if (hints.proseLetters > fewLetters) return undefined;
  if (searchPath.test(path)) return 'search';
  if (bookIndex.test(path)) return 'index';
  return /^(?:error )?404\b|^(?:page )?not found$/i.test(title) ? 'not-found' : undefined;
}

function isSourceFile(path: string, { codeBlocks, isShell }: PageFacts['hints']): boolean {
  return sourceFile.test(path) && (codeBlocks > 0 || isShell);
}
