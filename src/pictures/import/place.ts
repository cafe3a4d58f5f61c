import { hash } from 'node:crypto';
import { problemOfPicturePath } from '../path.ts';

export interface PlaceOptions {
  /** What the path of every picture begins with; it ends in a slash, or is empty. */
  readonly prefix: string;
  /** What no path may hold makes way, instead of being a problem. */
  readonly rename: boolean;
}

/** Where a picture is kept, or what is wrong with where it would be. */
export type Place = { readonly path: string } | { readonly problem: string };

const hashLength = 8;
/** Below what a part may have at most, with room for the hash. */
const maxPartBytes = 150;

/**
 * The path of a picture among the originals, of the one that it has at its source. Letters are
 * brought into one form, for Macs take them apart.
 */
export function placeOf(sourcePath: string, { prefix, rename }: PlaceOptions): Place {
  const path = prefix + sourcePath.normalize('NFC');
  const problem = problemOfPicturePath(path);
  if (problem === undefined) return { path };
  if (!rename) return { problem: `its path ${problem}` };
  const renamed = prefix + fit(sourcePath);
  const left = problemOfPicturePath(renamed);
  return left === undefined ? { path: renamed } : { problem: `its path ${left}` };
}

/** Two that differ in what made way stay two: the name ends in a hash of the whole path. */
function fit(path: string): string {
  const folders = path.normalize('NFC').split('/');
  const name = folders.pop()!;
  const ending = /\.[a-z\d]+$/i.exec(name)?.[0] ?? '';
  const stem = fitPart(name.slice(0, name.length - ending.length));
  const mark = hash('sha256', path, 'hex').slice(0, hashLength);
  return [...folders.map(fitPart), `${stem}~${mark}${ending}`].join('/');
}

function fitPart(part: string): string {
  const letters = Array.from(part, (letter) => (isFit(letter) ? letter : '-')).join('');
  return cut(letters.replace(/^[.\s]+/, '-').replace(/[.\s]+$/, '-')) || '-';
}

function isFit(letter: string): boolean {
  return problemOfPicturePath(`a${letter}a`) === undefined;
}

/** By its end, which has the ending. */
function cut(part: string): string {
  let kept = part;
  while (Buffer.byteLength(kept) > maxPartBytes) kept = kept.replace(/^./su, '');
  return kept;
}
