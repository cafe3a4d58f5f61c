import { kindsOf } from '../kinds.ts';
import { attribute, type Element, elementsOf, isHtml } from '../parse.ts';
import { textOf } from '../text.ts';

/** Longer ones are a sentence, or a whole menu. */
const maxLength = 80;

/** Finds what the top of a page calls the site, where programs have a place for it: a visitor of the elements. */
export class MastheadReader {
  #text: string | undefined;

  enter(element: Element): void {
    if (this.#text || element.attrs.length === 0 || !kindsOf(element).has('masthead')) return;
    const text = nameIn(element);
    if (text !== '' && text.length <= maxLength) this.#text = text;
  }

  get text(): string | undefined {
    return this.#text;
  }
}

/** Rustdoc sets a logo before the name and a version behind it; Haddock sets links beside `owl-1.2: A library of owls`. */
function nameIn(element: Element): string {
  const inside = [...elementsOf(element)];
  const caption = inside.find((part) => attribute(part, 'class') === 'caption');
  if (caption) return textOf(caption).replace(/^(\S+?)-(\d[\d.]*)(?::\s.*)?$/s, '$1 $2');
  const link = inside.find((part) => isHtml(part, 'a') && textOf(part) !== '');
  const version = inside.find((part) => attribute(part, 'class') === 'version');
  return link && version ? `${textOf(link)} ${textOf(version)}` : textOf(element);
}
