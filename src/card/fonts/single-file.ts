import { statSync } from 'node:fs';
import { basename, relative } from 'node:path';
import type { Family } from './family.ts';
import { FontFile } from './font-file.ts';
import { everyCharacter } from './unicode-range.ts';

/** Twice the largest fonts there are. Chromium is sent a font as text, and a card waits for that. */
const maxFileBytes = 32_000_000;

/** A font that is drawn in one weight stands in for any. */
const anyWeight = [[1, 1000]] as const;

/** By path: what was edited while the server runs is another font with the next card, and the old one is let go. */
const opened = new Map<string, { readonly stamp: string; readonly family: Family }>();

/**
 * A family that is one file. Opened once, and again when the file was written.
 *
 * @throws {Error} there is no such file, or it cannot be used as a font.
 */
export function openSingleFile(path: string): Family {
  const label = displayed(path);
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file?.isFile()) throw new Error(`${label} is no file.`);
  if (file.size > maxFileBytes) {
    throw new Error(`${label} has ${file.size} bytes, and a font may have ${maxFileBytes}.`);
  }
  const stamp = `${file.mtimeMs} ${file.size}`;
  const known = opened.get(path);
  if (known?.stamp === stamp) return known.family;
  const family = familyOf(basename(path), path, label);
  opened.set(path, { stamp, family });
  return family;
}

/** By the bytes themselves: who brings a font brings it with each card. */
const openedBytes = new WeakMap<object, Family>();

/**
 * A family that is the bytes of one file.
 *
 * @throws {Error} they cannot be used as a font.
 */
export function openBytes(from: ArrayBuffer | Uint8Array, label: string): Family {
  const family =
    openedBytes.get(from) ?? familyOf('bytes', ArrayBuffer.isView(from) ? from : new Uint8Array(from), label);
  openedBytes.set(from, family);
  return family;
}

function familyOf(name: string, path: string | Uint8Array, label: string): Family {
  const file = new FontFile({ name, unicodeRange: everyCharacter, path, label });
  const { weightAxis } = file.facts;
  return {
    source: label,
    weights: weightAxis ? [weightAxis] : anyWeight,
    files: () => [file],
    fileFor: (sign) => (file.draws(sign) ? file : undefined),
  };
}

/** Short for a file of the project. */
function displayed(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
