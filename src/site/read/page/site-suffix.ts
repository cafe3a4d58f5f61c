import type { Page } from './page.ts';
import { separator } from './title.ts';

/** Two pages that end alike may do so by chance; from three on it is a manner. */
const minPages = 3;
const minShare = 0.6;

/**
 * What most titles of a site end in, with its separator, as in ` - The Rust Book` or
 * ` (libffi manual)`. To be told from the titles of the whole site, and taken off each.
 */
export function siteSuffix(titles: readonly string[]): string | undefined {
  const distinct = new Set(titles);
  const counts = new Map<string, number>();
  for (const title of distinct) {
    for (const suffix of suffixesOf(title)) counts.set(suffix, (counts.get(suffix) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  if (most < minPages || most < distinct.size * minShare) return undefined;
  // A name may hold a separator itself: the longest of those that nearly all have.
  const shared = [...counts].filter(([, count]) => count >= most * 0.95).map(([suffix]) => suffix);
  return shared.reduce((longest, suffix) => (suffix.length > longest.length ? suffix : longest));
}

/** A page whose title is freed of the suffix; where nobody says what the site is called, the suffix does. */
export function withoutSuffix(page: Page, suffix: string): Page {
  const title = page.title.endsWith(suffix) ? page.title.slice(0, -suffix.length) : page.title;
  return { ...page, title, siteName: page.siteName ?? nameInSuffix(suffix) };
}

function nameInSuffix(suffix: string): string {
  const parenthesis = /^\s*\((.*)\)$/s.exec(suffix)?.[1];
  return parenthesis ?? suffix.replace(new RegExp(`^${separator}`, 'u'), '');
}

/** Every ending of a title that begins at a separator. */
function suffixesOf(title: string): string[] {
  const starts = [...title.matchAll(new RegExp(separator, 'gu'))].map(({ index }) => index);
  if (title.endsWith(')')) starts.push(title.lastIndexOf(' ('));
  return starts.filter((start) => start > 0).map((start) => title.slice(start));
}
