import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SourcePosition, sourceOf } from './compiled-code.ts';

export type { SourcePosition };

/** Found so that who traces files of functions does not take all of it along. */
const [ownFolder = ''] = /^.*[\\/](?:src|dist)[\\/]/.exec(import.meta.filename) ?? [];
const linesAround = 2;

/** A line of a file, counted from 1. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
}

/** What was thrown, with its place and the lines around it, as far as that is known. */
export function describeFault(thrown: unknown): string {
  return describeAt(messageOf(thrown), positionOf(thrown));
}

/** What it says; of what Node cannot fetch it says why in its cause alone. */
export function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { message, cause } = thrown;
  if (message !== 'fetch failed' || !(cause instanceof Error)) return message;
  return `${message}: ${cause.message || (cause as NodeJS.ErrnoException).code}`;
}

/** `message — file:line:column — what to do`, and the lines around it. */
export function describeAt(message: string, position: SourcePosition | undefined, advice?: string): string {
  const sentence = [message, position && formatPosition(position), advice].filter(Boolean).join(' — ');
  const frame = position && codeFrame(position);
  return frame ? `${sentence}\n\n${frame}\n` : sentence;
}

/** Where an error comes from: the first line of its stack that is neither ours nor a package's. */
export function positionOf(thrown: unknown): SourcePosition | undefined {
  return projectFrames(thrown)[0];
}

/** A step of the way to an error, by the name of its function, where it has one. */
export interface StackFrame extends SourcePosition {
  readonly name: string;
}

/** The lines of a stack that are neither ours nor a package's: of a card, its components. */
export function projectFrames(thrown: unknown): StackFrame[] {
  if (!(thrown instanceof Error)) return [];
  const frames = thrown.stack?.split('\n').flatMap((text) => frameOf(text) ?? []) ?? [];
  return frames.filter(({ file }) => isOfProject(file));
}

function frameOf(text: string): StackFrame | undefined {
  const [, name = '', address, line, column] =
    /^ +at (?:(.*) \()?((?:file:\/\/)?(?:\/|[A-Z]:[\\/]).*):(\d+):(\d+)\)?$/.exec(text) ?? [];
  if (!address) return undefined;
  const file = address.startsWith('file:') ? fileURLToPath(address) : address;
  const source = sourceOf({ file, line: Number(line), column: Number(column) });
  return source && { name, ...source };
}

function isOfProject(file: string): boolean {
  return !file.startsWith(ownFolder) && !file.includes(`${sep}node_modules${sep}`);
}

function formatPosition({ file, line, column }: SourcePosition): string {
  return `${displayedPath(file)}:${line}:${column}`;
}

/** Short for what lies below the working folder. */
export function displayedPath(file: string): string {
  const fromHere = relative(process.cwd(), file);
  return fromHere.startsWith('..') ? file : fromHere;
}

/** The line itself, and two on each side of it; none where the file cannot be read. */
export function linesAt({ file, line }: SourcePosition): SourceLine[] {
  const first = Math.max(1, line - linesAround);
  const lines = linesOf(file).slice(first - 1, line + linesAround);
  return lines.map((text, index) => ({ number: first + index, text }));
}

function codeFrame(position: SourcePosition): string {
  const { line, column } = position;
  const width = String(line + linesAround).length;
  const rows = linesAt(position).flatMap(({ number, text }) => {
    const row = `${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${text}`.trimEnd();
    if (number !== line) return [row];
    const indent = text.slice(0, column - 1).replaceAll(/[^\t]/g, ' ');
    return [row, `  ${' '.repeat(width)} | ${indent}^`];
  });
  return rows.join('\n');
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return []; // it has gone, or was never a file
  }
}
