import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in a file of somebody's project. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  /** From 1. Not known of what ran: it was compiled before, line by line. */
  readonly column?: number;
}

const ownFolder = fileURLToPath(new URL('..', import.meta.url));
const linesAround = 2;

/** What went wrong, as `message (file:line:column)` and with the lines around it, as far as that is known. */
export function describeFault(thrown: unknown): string {
  const message = messageOf(thrown);
  const position = positionOf(thrown);
  if (!position) return message;
  const frame = codeFrame(position);
  return `${message} (${formatPosition(position)})${frame && `\n\n${frame}\n`}`;
}

/** In a sentence; where a parser names the place behind its words, without that. */
function messageOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return parseError.exec(text)?.[1] ?? text.split('\nRequire stack:')[0]!;
}

/** As jiti puts it; its columns count from 0. */
const parseError = /^ParseError: ([^\n]*?)\s*\n\s*(.+):(\d+):(\d+)$/;

/** Where an error comes from: where its parser says, else the first line of its stack that is neither ours nor a package's. */
function positionOf(thrown: unknown): SourcePosition | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const [, , file, line, column] = parseError.exec(thrown.message) ?? [];
  if (file) return { file, line: Number(line), column: Number(column) + 1 };
  return thrown.stack
    ?.split('\n')
    .map(frameOf)
    .find((frame) => frame && isOfProject(frame.file));
}

function frameOf(line: string): SourcePosition | undefined {
  const [, address, row] =
    /^ +at (?:.*\()?((?:file:\/\/)?(?:\/|[A-Z]:[\\/]).*):(\d+):\d+\)?$/.exec(line) ?? [];
  if (!address) return undefined;
  return { file: address.startsWith('file:') ? fileURLToPath(address) : address, line: Number(row) };
}

function isOfProject(file: string): boolean {
  return !file.startsWith(ownFolder) && !file.includes(`${sep}node_modules${sep}`);
}

function formatPosition({ file, line, column }: SourcePosition): string {
  return [displayedPath(file), line, column].filter(Boolean).join(':');
}

/** Short for what lies below the working folder. */
export function displayedPath(file: string): string {
  const fromHere = relative(process.cwd(), file);
  return fromHere.startsWith('..') ? file : fromHere;
}

function codeFrame({ file, line, column }: SourcePosition): string {
  const lines = linesOf(file);
  const first = Math.max(1, line - linesAround);
  const width = String(line + linesAround).length;
  const rows = lines.slice(first - 1, line + linesAround).flatMap((text, index) => {
    const number = first + index;
    const row = `${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${text}`.trimEnd();
    if (number !== line || column === undefined) return [row];
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
