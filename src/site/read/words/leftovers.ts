/** Whatever is empty in the language of a generator, printed. */
const nothing =
  /^(?:\[object \w+\]|map\[.*\]|<(?:no title|no value|nil|untitled|null|undefined)>|%!\w\(.*\)|invalid date|\(none\)|\(null\))$/i;
/** Marks of direction and joiners, which some set where a text has to be. */
const unseen = /^[\p{C}\p{Z}]*$/u;
/** These are words of programming too: a manual may have a page about each. */
const perhapsNothing = /^(?:undefined|null|none|nil|nan)$/i;

const placeholder =
  /\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|<%.{0,200}?%>|<\?(?:php|=).{0,200}?\?>|\$\{.{0,200}?\}|%[a-z][\w.-]{0,40}%/gi;
const openPlaceholder = /^(?:\{\{|\{%|<%|<\?(?:php|=)?|\$\{)/i;

/** What a chapter begins with tells enough. */
const maxLength = 2000;

/**
 * Whether a text says something: placeholders of template engines sometimes reach a built page,
 * and so do `undefined` and `[object Object]`. A placeholder in a sentence is what the page is
 * about, where its heading shows it too: `Why ${} beats +`.
 */
export function isFilledIn(text: string, heading = ''): boolean {
  const trimmed = text.trim().slice(0, maxLength);
  if (unseen.test(trimmed)) return false;
  if (nothing.test(trimmed)) return false;
  if (perhapsNothing.test(trimmed)) return trimmed === heading;
  const placeholders = trimmed.match(placeholder);
  if (!placeholders) return !openPlaceholder.test(trimmed) || trimmed === heading;
  return isSentence(heading) && placeholders.every((one) => heading.includes(one)) && isSentence(trimmed);
}

/** Something beside placeholders. */
function isSentence(text: string): boolean {
  return /\p{L}{2}/u.test(text.replaceAll(placeholder, ''));
}
