/** Tags that people set inside a title. Others are what it is about, as in `Vec<T>`. */
const inline = 'a|abbr|b|bdi|big|cite|code|em|font|i|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var';
const pair = new RegExp(String.raw`<(${inline})(?:\s[^<>]*)?>([^<>]*)</\1\s*>`, 'gi');
const single = /<(?:br|wbr)\s*\/?>/gi;
const anyTag = /<\/?[a-z][^<>]*>/gi;

/**
 * A text without tags that were written for a browser: `Release notes <small>beta</small>`.
 * Those that the heading shows as text stay, and so does what looks like one and is not.
 */
export function withoutMarkup(text: string, heading = ''): string {
  const tags = text.match(anyTag);
  if (!tags || tags.some((tag) => heading.includes(tag))) return text;
  const bare = text.replaceAll(anyTag, '').replaceAll(/\s+/g, ' ').trim();
  if (heading !== '' && bare.toLowerCase() === heading.toLowerCase()) return bare;
  let [known, before] = [text.replaceAll(single, ' '), ''];
  // From the inside outwards; nobody nests deeper in a title.
  for (let depth = 0; depth < 4 && known !== before; depth += 1) {
    before = known;
    known = before.replaceAll(pair, '$2');
  }
  return known.replaceAll(/ {2,}/g, ' ');
}
