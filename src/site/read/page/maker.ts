import type { Head } from '../html/head.ts';
import { said } from './sayings.ts';

/** Programs that do not sign, by what only their pages have. */
const signs: readonly [sign: RegExp, maker: string][] = [
  [/<div id="package-header">/, 'Haddock'],
  [/\botp_doc\.css\b/, 'erl_docgen'],
  [/\bgithub\.com\/weavejester\/codox\b/, 'Codox'],
  [/<meta name="(?:Microsoft\.)?Help\.Id"/i, 'Sandcastle'],
  [/\bdocumentation-topic[.~]/, 'DocC'],
  [/\bjazzy\.(?:css|js)\b/, 'Jazzy'],
  [/\bdokka-dark-mode\b|\bvar pathToRoot\b/, 'Dokka'],
  [/\bphpdocumentor-/, 'phpDocumentor'],
  [/\bldoc(?:_\w+)?\.css\b/, 'LDoc'],
  [/\bdocco\.css\b/, 'Docco'],
  [/\bnimdoc\.(?:out\.)?css\b/, 'nimdoc'],
];

/** How much of a file may hold a sign. */
const maxSignLength = 4096;

/** What made a page; mdBook and javadoc sign in a comment, and Sphinx is known by its titles. */
export function makerOf(head: Head, html: string): string | undefined {
  const start = html.slice(0, maxSignLength);
  const comment = /<!--\s*(?:Book )?generated (?:by|using|with) ([\w.-]+)/i.exec(start)?.[1];
  const bySign = comment ?? (/ — .* documentation$/.test(head.title ?? '') ? 'Sphinx' : undefined);
  return said(head, 'generator') ?? bySign ?? signs.find(([sign]) => sign.test(start))?.[1];
}
