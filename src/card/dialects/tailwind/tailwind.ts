import { LRUCache } from 'lru-cache';
import type * as Compiler from 'tailwindcss';
import { TemplateError } from '../../../errors.ts';
import { loadPlugin } from './plugins.ts';
import { type CarriedSheet, findSheet } from './style-sheets.ts';

/** A stylesheet for Tailwind: its text, and the folder that what it imports is looked for from. */
export interface TailwindEntry {
  readonly css: string;
  readonly folder: string;
  /** What it imports, for where there are neither its files nor its packages. */
  readonly sheets?: readonly CarriedSheet[];
}

const keptBytes = 8_000_000;

/** Tailwind as one entry sets it up. */
export class Tailwind {
  readonly #entry: TailwindEntry;
  readonly #kept = new LRUCache<string, string>({
    maxSize: keptBytes,
    sizeCalculation: (styles, classes) => styles.length + classes.length + 200,
  });
  readonly #running = new Map<string, Promise<string>>();

  constructor(entry: TailwindEntry) {
    this.#entry = entry;
  }

  /**
   * The styles of these classes and no others: the same for the same classes, whatever was
   * asked for before and in whichever order they come.
   *
   * @throws {TemplateError} Tailwind is not installed, or does not understand its entry.
   */
  async stylesOf(classes: ReadonlySet<string>): Promise<string> {
    const sorted = [...classes].sort();
    const key = sorted.join(' ');
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const running = this.#running.get(key) ?? this.#compile(sorted);
    this.#running.set(key, running);
    try {
      const styles = await running;
      this.#kept.set(key, styles);
      return styles;
    } finally {
      this.#running.delete(key);
    }
  }

  /** By a compiler of its own: one remembers all classes that it was ever asked for. */
  async #compile(classes: string[]): Promise<string> {
    const { css, folder, sheets } = this.#entry;
    const { compile } = await loadTailwind();
    const loadStylesheet = (id: string, base: string) => findSheet(id, base, sheets);
    const compiler = await compile(css, { base: folder, loadStylesheet, loadModule: loadPlugin }).catch(
      blameEntry,
    );
    return compiler.build(classes);
  }
}

/**
 * The same entry with all that it imports in it, for where there are no files: the folders of
 * this machine become names. Plugins stay packages, which must be installed there.
 *
 * @throws {TemplateError} as {@link Tailwind.stylesOf}.
 */
export async function carry({ css, folder }: TailwindEntry): Promise<TailwindEntry> {
  const sheets: CarriedSheet[] = [];
  const names = new Map<string, string>();
  const nameOf = (path: string) => {
    names.set(path, names.get(path) ?? `/${names.size}`);
    return names.get(path)!;
  };
  const { compile } = await loadTailwind();
  const loadStylesheet = async (id: string, base: string) => {
    const sheet = await findSheet(id, base);
    const { content } = sheet;
    sheets.push({ id, from: nameOf(base), path: nameOf(sheet.path), base: nameOf(sheet.base), content });
    return sheet;
  };
  await compile(css, { base: folder, loadStylesheet, loadModule: loadPlugin }).catch(blameEntry);
  return { css, folder: nameOf(folder), sheets };
}

function blameEntry(error: unknown): never {
  throw new TemplateError(`Tailwind cannot make styles: ${(error as Error).message}`, error);
}

/** Asked for by its name, so that whoever bundles us finds it: it is the project's to install. */
async function loadTailwind(): Promise<Pick<typeof Compiler, 'compile'>> {
  const tailwind = await import('tailwindcss').catch((error: unknown) => {
    throw new TemplateError('Tailwind is not installed. To use it: npm install tailwindcss', error);
  });
  if (typeof tailwind.compile === 'function') return tailwind;
  throw new TemplateError('The Tailwind that is installed is older than 4. npm install tailwindcss@latest');
}
