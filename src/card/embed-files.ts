import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, relative } from 'node:path';
import { LRUCache } from 'lru-cache';
import { replacePictures } from './document-pictures.ts';
import { fileScheme, isRelative } from './place-pictures.ts';
import type { InputProps } from './props.ts';
import type { Template } from './template.ts';

const types: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
};

/** By path: what was edited while the server runs is another picture with the next card. */
const embedded = new LRUCache<string, { readonly stamp: string; readonly url: string }>({
  maxSize: 64_000_000,
  sizeCalculation: ({ url }) => url.length,
});
const maxFileBytes = 20_000_000;

/**
 * Puts pictures of the project into a document whose template names them by a path: from the file
 * that an element is written in, else from the template's. What cannot be had stays as it is.
 */
export function embedFiles(html: string, { place }: Template, input: InputProps): string {
  if (!place) return html;
  return replacePictures(html, (source) => {
    const path = pathOf(source, place.file);
    return path === undefined || isFromVisitor(path, input)
      ? undefined
      : dataUrl(join(place.folder, path), place.folder);
  });
}

/** From the folder of the project, with each step as it was written. */
function pathOf(source: string, file: string): string | undefined {
  const path = source.startsWith(fileScheme) ? source.slice(fileScheme.length) : undefined;
  if (path !== undefined) return decode(path);
  return isRelative(source) ? decode(`${dirname(file)}/${source}`) : undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path.replace(/[?#].*$/, ''));
  } catch {
    return path;
  }
}

/** A word of a request may choose among pictures and must not lead to others. */
function isFromVisitor(path: string, input: InputProps): boolean {
  return Object.values(input)
    .flat()
    .some((value) => typeof value === 'string' && /[/\\]|\.\./.test(value) && path.includes(value));
}

function dataUrl(path: string, folder: string): string | undefined {
  const type = types[extname(path).toLowerCase()];
  const file = type && statSync(path, { throwIfNoEntry: false });
  if (!file || !file.isFile() || file.size > maxFileBytes || !isBelow(path, folder)) return undefined;
  const stamp = `${file.mtimeMs} ${file.size}`;
  const known = embedded.get(path);
  if (known?.stamp === stamp) return known.url;
  const url = `data:${type};base64,${readFileSync(path).toString('base64')}`;
  embedded.set(path, { stamp, url });
  return url;
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path));
  return !way.startsWith('..') && !isAbsolute(way);
}
