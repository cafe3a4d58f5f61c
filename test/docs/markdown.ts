import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Every document of the project, from its root. */
export async function listDocuments(): Promise<string[]> {
  const patterns = ['*.md', 'docs/**/*.md', 'examples/*.md', 'examples/*/README.md'];
  const exclude = (name: string) => /node_modules|\.vitepress|^CHANGELOG/.test(name);
  const found: string[] = [];
  for await (const path of glob(patterns, { cwd: root, exclude })) found.push(path);
  return found.sort();
}

export const readDocument = (path: string) => readFileSync(join(root, path), 'utf8');

/** Without its fenced and its short code, which hold no links and no headings. */
export function proseOf(text: string): string {
  return text.replaceAll(/^( *)(`{3,})[^\n]*\n.*?^\1\2 *$/gms, '').replaceAll(/`[^`\n]*`/g, 'code');
}

/** The anchors of a page, as VitePress makes them of its headings. */
export function anchorsOf(text: string): Set<string> {
  const withoutFences = text.replaceAll(/^( *)(`{3,})[^\n]*\n.*?^\1\2 *$/gms, '');
  const headings = [...withoutFences.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => heading!);
  return new Set(headings.map(slugOf));
}

function slugOf(heading: string): string {
  const own = /\{#([\w-]+)\}\s*$/.exec(heading)?.[1];
  if (own) return own;
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase();
}
