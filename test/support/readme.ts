import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A block of code of the README. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

export function blocksOf(file = join(import.meta.dirname, '../../README.md')): Block[] {
  const fences = readFileSync(file, 'utf8').matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...fences].map(([, language = '', text = '']) => ({ language, text }));
}

/** What is typed, line by line; a line may go on behind a backslash, and a remark is none. */
export function commandsOf({ text }: Block): string[] {
  const lines = text.replaceAll(/\\\n\s*/g, ' ').split('\n');
  return lines.map((line) => line.replace(/(?:^|\s+)#\s.*$/, '').trim()).filter(Boolean);
}
