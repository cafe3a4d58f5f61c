/** Tags that people set inside a text. Others are what it is about, as in `Vec<T>`. */
const formatting =
  'a|abbr|b|bdi|big|cite|code|div|em|font|h[1-6]|i|kbd|li|mark|ol|p|q|s|small|span|strong|sub|sup|tt|u|ul|var';
const pair = new RegExp(String.raw`<(${formatting})(?:\s[^<>]*)?>([^<>]*)</\1\s*>`, 'gi');
/** What begins a new line keeps its words apart from the next. */
const isBlock = /^(?:div|h\d|li|ol|p|ul)$/i;
const single = /<(?:br|wbr)\s*\/?>/gi;
/** Elements of HTML, for `<T>` in a heading that nobody escaped is none, and gone from it. */
const element = new RegExp(
  String.raw`^</?(?:${formatting}|br|del|dfn|img|ins|nobr|rp|rt|ruby|samp|strike|svg|time|wbr)(?![\w-])`,
  'i',
);
const anyTag = /<\/?[a-z][^<>]*>/gi;

/**
 * A text without tags that were written for a browser: `Release notes <small>beta</small>`.
 * Those that the heading shows as text stay, and so does what looks like one and is not.
 */
export function withoutMarkup(text: string, heading = ''): string {
  const tags = text.match(anyTag);
  if (!tags || tags.some((tag) => heading.includes(tag))) return text;
  const bare = text.replaceAll(anyTag, '').replaceAll(/\s+/g, ' ').trim();
  const isOfHtml = text.includes('</') || tags.every((tag) => element.test(tag));
  if (isOfHtml && heading !== '' && bare.toLowerCase() === heading.toLowerCase()) return bare;
  let [known, before] = [text.replaceAll(single, ' '), ''];
  // From the inside outwards; nobody nests deeper in a title.
  for (let depth = 0; depth < 4 && known !== before; depth += 1) {
    before = known;
    known = before.replaceAll(pair, (_, tag: string, inside: string) =>
      isBlock.test(tag) ? ` ${inside} ` : inside,
    );
  }
  return known.replaceAll(/ {2,}/g, ' ');
}
