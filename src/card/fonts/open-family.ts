import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TemplateError } from '../../errors.ts';
import { families } from './families.ts';
import { type Family, type FontStyle, formatWeights } from './family.ts';
import { FontsourceFamily } from './fontsource.ts';
import { findInPackage, findPackage } from './find-package.ts';
import { openBytes, openSingleFile } from './single-file.ts';
import { shippedStyles } from './stand-ins.ts';
import { includes } from './unicode-range.ts';

/** The faces of a family that a template uses; only these travel with its documents. */
export interface FontUse {
  /** What the CSS calls it. */
  readonly family: string;
  /** A font file that is drawn in one weight serves each of these, a variable one what its axis allows. */
  readonly weights: readonly number[];
  /** @default 'normal' */
  readonly style?: FontStyle;
  /**
   * A fontsource package as in `@fontsource/lora`, or one WOFF2, WOFF, TTF or OTF file: its path
   * from the folder of the project, its path in a package, as in `pretendard/dist/bold.woff2`, or
   * its `file:` URL, as in `new URL('./brand.woff2', import.meta.url)`. Or the bytes of
   * such a file.
   * @default a family that ships with Cardstock
   */
  readonly from?: string | URL | ArrayBuffer | Uint8Array;
  /** Where paths begin and packages are looked for; who loads a project says it. @default the working folder */
  readonly folder?: string;
}

/** By folder, name and style; a failure is not remembered, for what is missing may be installed. */
const packages = new Map<string, Family>();

/**
 * What a template means by a family. Costs nothing the second time; a font file is looked at
 * for whether it was edited.
 *
 * @throws {TemplateError} naming the family, what was tried and what is valid.
 */
export function openFamily(use: FontUse): Family {
  try {
    const family = find(use);
    for (const weight of use.weights) checkWeight(family, weight);
    return family;
  } catch (error) {
    throw new TemplateError(`Font family "${use.family}": ${(error as Error).message}`, error);
  }
}

/**
 * Opens what a template declares before any card needs it.
 *
 * @throws {TemplateError} as {@link openFamily} says.
 */
export function checkFonts(uses: readonly FontUse[]): void {
  for (const use of uses) openFamily(use);
}

function find({ family, style = 'normal', from, folder = process.cwd() }: FontUse): Family {
  if (from === undefined) return findShipped(family, style);
  if (typeof from === 'object' && 'then' in from) throw new Error('its "from" is a promise: await it.');
  if (typeof from !== 'string' && !(from instanceof URL)) return openBytes(from, family);
  const path = fontFileOf(from, folder);
  return path === undefined ? openPackage(String(from), style, folder) : openSingleFile(path);
}

function findShipped(name: string, style: FontStyle): Family {
  const styles = shippedStyles(name);
  if (!styles) {
    const names = Object.keys(families).join(', ');
    throw new Error(`it does not ship with Cardstock. Valid: ${names}, or say where it is "from".`);
  }
  const open = styles[style];
  if (!open) {
    const valid = Object.keys(styles).join(', ');
    throw new Error(`it ships without style "${style}". Valid: ${valid}, or say where it is "from".`);
  }
  return open();
}

function checkWeight({ source, weights }: Family, weight: number): void {
  if (includes(weights, weight)) return;
  throw new Error(`${source} has no weight ${weight}. Valid: ${formatWeights(weights)}.`);
}

/** The file that is meant; undefined where it is a fontsource package. */
export function fontFileOf(from: string | URL, folder: string): string | undefined {
  if (from instanceof URL || /^[a-z][a-z\d+.-]+:/i.test(from)) {
    if (new URL(from).protocol === 'file:') return fileURLToPath(from);
    throw new Error(`${String(from)} is no file of this machine. Valid: a path, a file: URL or a package.`);
  }
  const isPath = /^\.{1,2}[/\\]/.test(from) || /\.(?:woff2?|ttf|otf)$/i.test(from) || isAbsolute(from);
  if (!isPath) return undefined;
  const path = resolve(folder, from);
  return existsSync(path) ? path : (findInPackage(from, folder) ?? path);
}

function openPackage(name: string, style: FontStyle, folder: string): Family {
  const key = `${folder} ${name} ${style}`;
  const family = packages.get(key) ?? new FontsourceFamily(name, fontPackageOf(name, folder), style);
  packages.set(key, family);
  return family;
}

/** In the project, else among our own. */
export function fontPackageOf(name: string, folder: string): string {
  const found = findPackage(name, folder) ?? findPackage(name, import.meta.dirname);
  if (found !== undefined) return found;
  throw new Error(
    `the package ${name} is not installed, neither in this project nor with Cardstock. ` +
      'Valid: a fontsource package as in @fontsource/lora, or the path of a WOFF2, WOFF, TTF or OTF file.',
  );
}
