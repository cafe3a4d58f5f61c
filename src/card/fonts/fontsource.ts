import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Family, finder, type FontStyle, type WeightRange } from './family.ts';
import { FontFile } from './font-file.ts';
import { everyCharacter } from './unicode-range.ts';

/** A file, as its name tells: `inter-latin-ext-400-normal.woff2`, or `wght` for 400 where it is variable. */
interface ListedFile {
  readonly subset: string;
  readonly cut: string;
  readonly style: string;
}

type Subset = readonly [name: string, unicodeRange: string];

/**
 * One style of an installed fontsource package. Its folder tells which weights there are, its
 * `unicode.json` which characters are in which file.
 */
export class FontsourceFamily implements Family {
  readonly source: string;
  readonly fileFor: Family['fileFor'];
  readonly #folder: string;
  readonly #style: FontStyle;
  readonly #cuts: readonly string[];
  readonly #subsets: readonly Subset[];
  readonly #opened = new Map<string, readonly FontFile[]>();

  /** @throws {Error} it is no fontsource package, or has nothing in this style. */
  constructor(packageName: string, folder: string, style: FontStyle = 'normal') {
    this.source = packageName;
    this.#folder = folder;
    this.#style = style;
    const listed = listFiles(this.#id, folder);
    const cuts = listed.filter((file) => file.style === style).map(({ cut }) => cut);
    if (cuts.length === 0) throw new Error(`${packageName} ${lackOf(style, listed)}.`);
    this.#cuts = [...new Set(cuts)].sort((a, b) => Number(a) - Number(b));
    this.#subsets = readSubsets(folder, listed);
    const anyWeight = this.#cuts.includes('400') ? 400 : Number(this.#cuts[0]);
    this.fileFor = finder(() => this.files(anyWeight));
  }

  get weights(): WeightRange[] {
    if (this.#cuts[0] !== 'wght') return this.#cuts.map((cut) => [Number(cut), Number(cut)]);
    const axis = this.files(400).at(-1)?.facts.weightAxis;
    if (!axis) throw new Error(`${this.source} has no wght axis.`);
    return [axis];
  }

  files(weight: number): readonly FontFile[] {
    const cut = this.#cuts[0] === 'wght' ? 'wght' : String(weight); // a variable file is the same for every weight
    const files = this.#opened.get(cut) ?? this.#open(cut);
    this.#opened.set(cut, files);
    return files;
  }

  get #id(): string {
    return this.source.split('/').at(-1)!;
  }

  #open(cut: string): FontFile[] {
    return this.#subsets.flatMap(([subset, unicodeRange]) => {
      const name = `${this.#id}-${subset}-${cut}-${this.#style}`;
      const path = join(this.#folder, 'files', `${name}.woff2`);
      // A package may list what it lacks in one of its weights.
      return existsSync(path)
        ? new FontFile({ name, unicodeRange, path, label: `${this.source}/files/${name}.woff2` })
        : [];
    });
  }
}

function listFiles(id: string, folder: string): ListedFile[] {
  const path = join(folder, 'files');
  if (!existsSync(path)) return [];
  return readdirSync(path).flatMap((name) => {
    const [, stem = '', cut = '', style = ''] = /^(.+)-(wght|\d+)-(normal|italic)\.woff2$/.exec(name) ?? [];
    return stem.startsWith(`${id}-`) ? { subset: stem.slice(id.length + 1), cut, style } : [];
  });
}

function lackOf(style: FontStyle, listed: readonly ListedFile[]): string {
  const styles = [...new Set(listed.map((file) => file.style))];
  if (styles.length === 0) return 'is no fontsource package: it has no font files';
  return `has no style "${style}". Valid: ${styles.join(', ')}`;
}

/** In the package's own order; a font that was never divided has no list. */
function readSubsets(folder: string, listed: readonly ListedFile[]): Subset[] {
  const path = join(folder, 'unicode.json');
  const ranges = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>) : {};
  const subsets = Object.entries(ranges).map(([name, range]): Subset => [
    name.replace(/^\[(\d+)\]$/, '$1'),
    range,
  ]);
  if (subsets.length > 0) return subsets;
  return [...new Set(listed.map(({ subset }) => subset))].map((subset) => [subset, everyCharacter]);
}
