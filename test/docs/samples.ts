import { join } from 'node:path';
import { root } from './markdown.ts';

/** A fenced block of a document. */
export interface Sample {
  readonly index: number;
  readonly language: string;
  readonly text: string;
  /** Which file of a project it is. */
  readonly file?: string | undefined;
  /** Why nobody can try it here. */
  readonly noRun?: string | undefined;
  readonly noCheck?: string | undefined;
}

/** What reads samples for the pictures of the documents reads them for tests as well. */
export const { readSamples, writeSamples, usualConfig } = (await import(
  join(root, 'docs/remake/samples.js')
)) as {
  readSamples: (text: string) => Sample[];
  writeSamples: (text: string, folder: string) => Promise<void>;
  usualConfig: string;
};
