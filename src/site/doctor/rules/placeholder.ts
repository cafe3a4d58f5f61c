const word = /^(?:undefined|null|nil|nan|\[object Object\])$/i;
const wordOrNothing = /^(?:undefined|null|nil|nan|none|false|true|todo|#|\[object Object\])$/i;
const unfilled = /\{\{|\}\}|\{%|%\}|<%|%>|\$\{/;

/** What programs write that were given nothing, or were not run. A title may be "None". */
export function isPlaceholder(text: string): boolean {
  return word.test(text) || unfilled.test(text);
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
