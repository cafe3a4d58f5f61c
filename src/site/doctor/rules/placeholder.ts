import { isFilledIn } from '../../read/words/leftovers.ts';

const word = /^(?:undefined|null|nil|nan|\[object Object\])$/i;
const wordOrNothing = /^(?:undefined|null|nil|nan|none|false|true|todo|#|\[object Object\])$/i;
const unfilled = /\{\{|\}\}|\{%|%\}|<%|%>|\$\{/;

/**
 * What programs write that were given nothing, or were not run. A page may be about `{{ }}` or
 * null, and then its `<title>` says so too.
 */
export function isPlaceholder(text: string, title = ''): boolean {
  return /^undefined$/i.test(text) || !isFilledIn(text, title);
}

/** The same for an address, which may end in such a word. */
export function isPlaceholderAddress(address: string): boolean {
  const last =
    address
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? '';
  return wordOrNothing.test(address) || word.test(last) || unfilled.test(address);
}
