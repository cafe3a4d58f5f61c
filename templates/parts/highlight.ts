import type { HighlighterCore, LanguageRegistration, ThemeRegistration } from 'shiki/core';
import { withinMs } from './time-limit.ts';

type Grammar = () => Promise<{ default: LanguageRegistration[] }>;

// Spelled out, because the bundler of the functions follows what it can read: these travel, and
// the other three hundred do not.
const grammars = {
  typescript: () => import('shiki/langs/typescript.mjs'),
  javascript: () => import('shiki/langs/javascript.mjs'),
  tsx: () => import('shiki/langs/tsx.mjs'),
  jsx: () => import('shiki/langs/jsx.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  rust: () => import('shiki/langs/rust.mjs'),
  go: () => import('shiki/langs/go.mjs'),
  java: () => import('shiki/langs/java.mjs'),
  kotlin: () => import('shiki/langs/kotlin.mjs'),
  swift: () => import('shiki/langs/swift.mjs'),
  c: () => import('shiki/langs/c.mjs'),
  cpp: () => import('shiki/langs/cpp.mjs'),
  csharp: () => import('shiki/langs/csharp.mjs'),
  ruby: () => import('shiki/langs/ruby.mjs'),
  php: () => import('shiki/langs/php.mjs'),
  bash: () => import('shiki/langs/bash.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  html: () => import('shiki/langs/html.mjs'),
  css: () => import('shiki/langs/css.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
  toml: () => import('shiki/langs/toml.mjs'),
  markdown: () => import('shiki/langs/markdown.mjs'),
  diff: () => import('shiki/langs/diff.mjs'),
  dockerfile: () => import('shiki/langs/dockerfile.mjs'),
} as const satisfies Record<string, Grammar>;

export const syntaxes = ['text', ...Object.keys(grammars)] as ['text', ...(keyof typeof grammars)[]];
export type Syntax = (typeof syntaxes)[number];

/** What a piece of code is, as far as colours tell. */
export const roles = [
  'comment',
  'punctuation',
  'keyword',
  'string',
  'name',
  'constant',
  'type',
  'inserted',
  'deleted',
] as const;
export type Role = (typeof roles)[number];

/** A piece of a line; without a role it is an ordinary word. */
export interface Token {
  readonly text: string;
  readonly role?: Role | undefined;
}

/** Which scopes of a grammar have which role; the more exact selector wins. */
const scopes: Record<Role | 'none', readonly string[]> = {
  none: [
    'meta.template.expression',
    'meta.interpolation',
    'meta.embedded',
    'string variable',
    'string.unquoted.argument',
    'string.unquoted.redirection',
    'constant.other.database-name',
    'constant.other.table-name',
  ],
  comment: [
    'comment',
    'punctuation.definition.comment',
    'string.quoted.docstring',
    'string.quoted.docstring punctuation.definition.string',
  ],
  punctuation: ['punctuation', 'meta.brace', 'keyword.operator', 'storage.type.function.arrow'],
  keyword: [
    'keyword',
    'storage',
    'variable.language',
    'keyword.operator.expression',
    'keyword.operator.logical.python',
    'keyword.operator.new',
    'keyword.operator.word',
    'entity.name.tag',
    'entity.name.section',
    'markup.heading',
    'punctuation.definition.heading',
    'punctuation.definition.list.begin.markdown',
    'punctuation.definition.template-expression',
    'punctuation.section.embedded',
  ],
  string: [
    'string',
    'punctuation.definition.string',
    'constant.other.symbol',
    'markup.inline.raw',
    'markup.fenced_code',
    'markup.underline.link',
  ],
  name: [
    'entity.name.command',
    'entity.name.function',
    'entity.other.attribute-name',
    'markup.bold',
    'meta.function-call.generic',
    'support.function',
  ],
  constant: [
    'constant',
    'keyword.other.unit',
    'meta.diff.range',
    'string.regexp',
    'support.constant',
    'variable.other.constant.property',
  ],
  type: [
    'entity.name.class',
    'entity.name.namespace',
    'entity.name.type',
    'entity.other.inherited-class',
    'meta.diff.header',
    'punctuation.support.type',
    'storage.type.java',
    'support.class',
    'support.type',
    'variable.other.key.toml',
  ],
  inserted: ['markup.inserted', 'punctuation.definition.inserted'],
  deleted: ['markup.deleted', 'punctuation.definition.deleted'],
};

/** A theme that names roles in the place of colours; the card knows how they look. */
const theme: ThemeRegistration = {
  name: 'roles',
  type: 'light',
  fg: 'none',
  bg: 'none',
  settings: Object.entries(scopes).map(([role, scope]) => ({
    scope: [...scope],
    settings: { foreground: role },
  })),
};

/** A card shows no longer lines, and what an expression does with a line grows faster than the line. */
const maxLineLength = 200;

/**
 * Some expressions of some grammars take days over a line that is made for them. A language's
 * first code compiles its expressions: a tenth of a second for most, and a whole one for C++.
 */
const limitMs = { first: 10_000, later: 2_000 };

const loaded = new Map<Syntax, LanguageRegistration[]>();
const compiled = new Set<Syntax>();
let opening: Promise<() => HighlighterCore> | undefined;
let open: (() => HighlighterCore) | undefined;
let highlighter: HighlighterCore | undefined;

/** Loads what {@link highlight} needs for a language, once: some 40 ms, and next to nothing for the second. */
export async function loadSyntax(syntax: Syntax): Promise<void> {
  if (syntax === 'text' || loaded.has(syntax)) return;
  opening ??= importShiki();
  const [{ default: grammar }] = await Promise.all([
    grammars[syntax](),
    opening.then((opener) => (open = opener)),
  ]);
  loaded.set(syntax, grammar);
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

/**
 * The lines of some code, each in pieces. {@link loadSyntax} must have been awaited. Code that
 * its grammar chokes on is left without colours.
 */
export function highlight(code: string, syntax: Syntax): Token[][] {
  if (syntax === 'text') return plain(code);
  const current = ready(syntax);
  const lines = withinMs(limitFor(syntax), () => tokenize(code, syntax, current));
  if (lines) return lines;
  current.dispose(); // it was stopped somewhere, and cannot be trusted any more
  highlighter = undefined;
  return plain(code);
}

function plain(code: string): Token[][] {
  return code.split('\n').map((text) => [{ text }]);
}

function ready(syntax: Syntax): HighlighterCore {
  highlighter ??= open!();
  if (!highlighter.getLoadedLanguages().includes(syntax)) highlighter.loadLanguageSync(loaded.get(syntax)!);
  return highlighter;
}

function limitFor(syntax: Syntax): number {
  const limit = compiled.has(syntax) ? limitMs.later : limitMs.first;
  compiled.add(syntax);
  return limit;
}

function tokenize(code: string, syntax: Syntax, current: HighlighterCore): Token[][] {
  const lines = current.codeToTokensBase(code, {
    lang: syntax,
    theme: theme.name!,
    tokenizeMaxLineLength: maxLineLength,
    tokenizeTimeLimit: 0, // the usual one looks at the clock between two pieces, and cuts a line there
  });
  return lines.map((line) => line.map(({ content, color }) => ({ text: content, role: roleOf(color) })));
}

function roleOf(color: string | undefined): Role | undefined {
  return roles.find((role) => role === color);
}
