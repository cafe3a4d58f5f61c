import type { PageFacts } from '../read/page/page-facts.ts';
import { type AddressHabit, learnHabit, urlByHabit } from './address-habit.ts';

/** Which of the addresses that pages name for themselves can be believed. */
export interface Addresses {
  /** The page's own word, unless it leads to a page that the site has not; else by the habit of the site. */
  urlOf(page: PageFacts): string;
}

/** Where most pages name addresses that no file has, a server rewrites them all. */
const minShareFound = 0.5;

/** Looks every address up in the folder: a canonical link to nowhere is a mistake of one page. */
export function checkAddresses(pages: readonly PageFacts[], told: AddressHabit = {}): Addresses {
  const files = new Set(pages.map(({ urlOfFile }) => plainAddress(urlOfFile)));
  const isThere = ({ url }: PageFacts) => files.has(plainAddress(url));
  const named = pages.filter(({ url, urlOfFile }) => url !== urlOfFile);
  const areFiles = named.filter(isThere).length >= named.length * minShareFound;
  const habit = { ...learnHabit(pages), ...told };
  return {
    urlOf(page) {
      const isOwn = page.url !== page.urlOfFile && (!areFiles || isThere(page));
      return isOwn ? page.url : urlByHabit(page, habit);
    },
  };
}

/** `/a`, `/a/`, `/a.html` and `/a/index.html` are one page on most servers. */
function plainAddress(address: string): string {
  const { pathname } = new URL(address);
  return pathname
    .replace(/(?:index)?\.x?html?$/i, '')
    .replace(/\/index$/i, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}
