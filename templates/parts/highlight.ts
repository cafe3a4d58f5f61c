import { setTimeout } from 'node:timers/promises';
import type { Token } from './syntax-roles.ts';
import type { Syntax } from './syntaxes.ts';
import { askThread, type Colors, threadFile } from './thread-of-colors.ts';
import { type ColoredSyntax, tokenize } from './tokenize.ts';

/** A language's first code compiles its expressions, which takes seconds where there is much else to do. */
const patienceMs = { first: 10_000, later: 2_000 };

/** Of at most 1,200 letters each, in at most as many pieces: 10 MB. */
const maxKnown = 100;
/** A machine that was busy is not busy for good. */
const chokedMs = 600_000;

const known = new Map<string, { readonly colors: Colors; readonly foundAt: number }>();
const compiled = new Set<Syntax>();

/**
 * Has the colours of some code found, in a thread of their own where there is one, so that
 * {@link highlight} has them. Code that its grammar chokes on, or that is late, goes without;
 * such a card is provisional.
 */
export async function findColors(code: string, syntax: Syntax): Promise<{ isProvisional: boolean }> {
  if (syntax === 'text') return { isProvisional: false };
  const colors = recall(code, syntax) ?? (await inTime(find(code, syntax), syntax));
  return { isProvisional: colors === 'choked' || colors === 'late' };
}

/** The lines of some code, each in pieces, with the colours that {@link findColors} found. */
export function highlight(code: string, syntax: Syntax): Token[][] {
  const colors = recall(code, syntax);
  return Array.isArray(colors) ? colors : code.split('\n').map((text) => [{ text }]);
}

/** Who is late is remembered all the same, for the next card. */
async function find(code: string, syntax: ColoredSyntax): Promise<Colors> {
  const colors = await (threadFile ? askThread(threadFile, code, syntax) : findHere(code, syntax));
  if (Array.isArray(colors)) compiled.add(syntax);
  if (colors !== 'late') remember(keyOf(code, syntax), colors);
  return colors;
}

/** In a function, which has one request at a time, nobody else waits. */
async function findHere(code: string, syntax: ColoredSyntax): Promise<Colors> {
  return (await tokenize(code, syntax)) ?? 'choked';
}

async function inTime(finding: Promise<Colors>, syntax: Syntax): Promise<Colors> {
  const found = new AbortController();
  const limit = compiled.has(syntax) ? patienceMs.later : patienceMs.first;
  const late = setTimeout(limit, 'late' as const, { signal: found.signal });
  late.catch(() => {}); // nobody waits for it any more
  return Promise.race([finding, late]).finally(() => found.abort());
}

function keyOf(code: string, syntax: Syntax): string {
  return `${syntax} ${code}`;
}

function recall(code: string, syntax: Syntax): Colors | undefined {
  const found = known.get(keyOf(code, syntax));
  const isStale = found?.colors === 'choked' && performance.now() - found.foundAt > chokedMs;
  return isStale ? undefined : found?.colors;
}

function remember(key: string, colors: Colors): void {
  known.delete(key);
  known.set(key, { colors, foundAt: performance.now() });
  const [oldest] = known.keys();
  if (known.size > maxKnown) known.delete(oldest!);
}
