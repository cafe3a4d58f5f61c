// Runs in a thread of its own: what a grammar does with some code may take seconds.
import { parentPort } from 'node:worker_threads';
import type { Token } from './syntax-roles.ts';
import { type ColoredSyntax, tokenize } from './tokenize.ts';

export interface Question {
  readonly id: number;
  readonly code: string;
  readonly syntax: ColoredSyntax;
}

export interface Reply {
  readonly id: number;
  /** Nothing where the grammar choked on the code. */
  readonly lines: Token[][] | undefined;
}

parentPort?.on('message', ({ id, code, syntax }: Question) => {
  void tokenize(code, syntax).then((lines) => parentPort?.postMessage({ id, lines } satisfies Reply));
});
