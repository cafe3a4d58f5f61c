import type { FontFile } from './font-file.ts';

export type FontStyle = 'normal' | 'italic';

/** First and last, both included: a static font has ranges of one weight. */
export type WeightRange = readonly [first: number, last: number];

/** The files that share the characters of a family among them. */
export interface Family {
  /** Where it is from, for messages. */
  readonly source: string;
  readonly weights: readonly WeightRange[];
  files(weight: number): readonly FontFile[];
  /** The file that draws a sign, in whichever weight: they have the same characters. */
  fileFor(sign: string): FontFile | undefined;
}

const maxKnownSigns = 20_000;

/** Looks for each sign once: most texts are made of the same few hundred. */
export function finder(files: () => readonly FontFile[]): Family['fileFor'] {
  const found = new Map<string, FontFile | undefined>();
  return (sign) => {
    if (found.has(sign)) return found.get(sign);
    if (found.size >= maxKnownSigns) found.clear(); // somebody tries them all
    const file = files().find((candidate) => candidate.draws(sign));
    found.set(sign, file);
    return file;
  };
}

/** In the words of a message: `400, 700`, or `200 to 800`. */
export function formatWeights(weights: readonly WeightRange[]): string {
  return weights.map(([first, last]) => (first === last ? String(first) : `${first} to ${last}`)).join(', ');
}
