import type { HighlighterCore, LanguageRegistration } from 'shiki/core';
import { roleOf, theme, type Token } from './syntax-roles.ts';
import { grammars, type Syntax } from './syntaxes.ts';
import { withinMs } from './time-limit.ts';

/** A language that has a grammar. */
export type ColoredSyntax = Exclude<Syntax, 'text'>;

/** A card shows no longer lines, and what an expression does with a line grows faster than the line. */
const maxLineLength = 200;

/**
 * Some expressions of some grammars take days over a line that is made for them. A language's
 * first code compiles its expressions: a tenth of a second for most, and a whole one for C++.
 */
const limitMs = { first: 10_000, later: 1_000 };

const loaded = new Map<Syntax, LanguageRegistration[]>();
const compiled = new Set<Syntax>();
let opening: Promise<() => HighlighterCore> | undefined;
let highlighter: HighlighterCore | undefined;

/**
 * The lines of some code, each in pieces; nothing where its grammar chokes on it. Holds its
 * thread for as long as `limitMs`.
 */
export async function tokenize(code: string, syntax: ColoredSyntax): Promise<Token[][] | undefined> {
  const current = await ready(syntax);
  const limit = compiled.has(syntax) ? limitMs.later : limitMs.first;
  compiled.add(syntax);
  const lines = withinMs(limit, () => tokensOf(code, syntax, current));
  if (lines) return lines;
  current.dispose(); // it was stopped somewhere, and cannot be trusted any more
  if (highlighter === current) highlighter = undefined;
  return undefined;
}

/** Some 40 ms for a language's first code, and next to nothing for the second. */
async function ready(syntax: ColoredSyntax): Promise<HighlighterCore> {
  opening ??= importShiki();
  const [open, grammar] = await Promise.all([opening, loaded.get(syntax) ?? importGrammar(syntax)]);
  highlighter ??= open();
  if (!highlighter.getLoadedLanguages().includes(syntax)) highlighter.loadLanguageSync(grammar);
  return highlighter;
}

async function importGrammar(syntax: ColoredSyntax): Promise<LanguageRegistration[]> {
  const { default: grammar } = await grammars[syntax]();
  loaded.set(syntax, grammar);
  return grammar;
}

/** The expressions that one highlighter has compiled are there for the next. */
async function importShiki(): Promise<() => HighlighterCore> {
  const [{ createHighlighterCoreSync }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ]);
  const engine = createJavaScriptRegexEngine();
  return () => createHighlighterCoreSync({ themes: [theme], langs: [], engine });
}

function tokensOf(code: string, syntax: ColoredSyntax, current: HighlighterCore): Token[][] {
  const lines = current.codeToTokensBase(code, {
    lang: syntax,
    theme: theme.name!,
    tokenizeMaxLineLength: maxLineLength,
    tokenizeTimeLimit: 0, // the usual one looks at the clock between two pieces, and cuts a line there
  });
  return lines.map((line) => line.map(({ content, color }) => ({ text: content, role: roleOf(color) })));
}
