import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileExtensions, type ImageFormat } from '../card/variants.ts';
import { InvalidParameterError } from '../errors.ts';

const formats: Readonly<Record<string, ImageFormat>> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
};

/** Where a picture goes, and as what: a file says so by its ending, a folder leaves it open. */
export interface Output {
  readonly format: string | undefined;
  /** The path of the file, which in a folder is named after the card; nothing where it goes to the standard output. */
  file(title: string, format: ImageFormat): string | undefined;
}

/** @throws {InvalidParameterError} the ending is of no format, or of another one than was asked for. */
export function chooseOutput(out: string, format: string | undefined): Output {
  if (out === '-') return { format, file: () => undefined };
  if (isFolder(out)) {
    return { format, file: (title, made) => join(out, `${title}.${fileExtensions[made]}`) };
  }
  const own = formats[extname(out).toLowerCase()];
  if (!own) {
    const problem = `no card can be written as "${out}"; a folder of that name needs a / at its end`;
    throw new InvalidParameterError('out', problem, Object.keys(formats));
  }
  if (format === 'auto') {
    throw new InvalidParameterError('out', `--format auto chooses the ending: name a folder, not "${out}"`);
  }
  if (format !== undefined && format !== own) {
    throw new InvalidParameterError('out', `"${out}" is the name of a ${own}, and --format says ${format}`);
  }
  return { format: own, file: () => out };
}

function isFolder(out: string): boolean {
  if (extname(out) === '' || /[/\\]$/.test(out)) return true;
  return statSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
