import { attribute, type Element, elementsOf, isHtml } from './parse.ts';
import { isHidden, textOf } from './text.ts';

const asideTags = new Set(
  'aside button dialog fieldset figure footer form header menu nav noscript select table'.split(' '),
);
const asideRoles = /^(?:alert|banner|complementary|contentinfo|dialog|navigation|note|search|status)$/;
/** The same in the words of pages that were made before there were such tags. */
const asideClasses =
  /(?:^|\s)(?:admonition|breadcrumbs?|byline|cmdsynopsis|copyright|deprecated|footer|header|legalnotice|menu|nav|navbar|navfooter|navheader|navigation|rubric|sidebar|skip-link|title|toc|versionadded|versionchanged)(?=\s|$)/i;

/** Shorter ones are labels, dates and names. */
const minLetters = 40;
/** A character of these scripts says as much as three letters. */
const wideScripts = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu;

/** Whether a paragraph tells something of the page, as one could set under its title. */
export function isProse(paragraph: Element): boolean {
  if (!isShown(paragraph) || ancestorsOf(paragraph).some(isAside)) return false;
  const text = textOf(paragraph);
  const letters = text.length + 2 * (text.match(wideScripts)?.length ?? 0);
  return (
    letters >= minLetters &&
    !isImprint(text) &&
    lengthOfNames(paragraph) < text.length * maxShareOfNames(letters)
  );
}

/** Whether an element is part of the document, and not hidden or the inside of a template. */
export function isShown(element: Element): boolean {
  const line = ancestorsOf(element);
  return !line.some(isHidden) && line.at(-1)?.parentNode?.nodeName === '#document';
}

function isAside(element: Element): boolean {
  if (isHtml(element, 'body') || isHtml(element, 'html')) return false;
  if (asideTags.has(element.tagName) || asideRoles.test(attribute(element, 'role') ?? '')) return true;
  return asideClasses.test(attribute(element, 'class') ?? '');
}

/** Who wrote it, whose it is, and who may copy it. */
function isImprint(text: string): boolean {
  if (/©|\(c\)|^copyright/i.test(text.slice(0, 60))) return true;
  if (/redistribute|all rights reserved|licen[cs]ed under|without any warranty/i.test(text.slice(0, 200)))
    return true;
  return text.length < 120 && /\S@\S+\.\w/.test(text);
}

/** A short line with two names in it says where something is, or which type another is. */
function maxShareOfNames(letters: number): number {
  return letters < 60 ? 0.35 : 0.7;
}

const nameTags = new Set('a code kbd samp tt var'.split(' '));

/** How much of it are links and code: what is little else is a menu, or the synopsis of a command. */
function lengthOfNames(paragraph: Element): number {
  let length = 0;
  for (const element of elementsOf(paragraph)) {
    const isInsideName = element.parentNode !== null && nameTags.has(element.parentNode.nodeName);
    if (nameTags.has(element.tagName) && !isInsideName) length += textOf(element).length;
  }
  return length;
}

/** The element itself first. */
export function ancestorsOf(element: Element): Element[] {
  const line = [element];
  for (let parent = element.parentNode; parent && 'tagName' in parent; parent = parent.parentNode)
    line.push(parent);
  return line;
}
