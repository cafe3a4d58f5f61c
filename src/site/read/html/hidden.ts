import type { Element } from './parse.ts';

/** Words for those who hear a page, written for each generator anew. */
const hiddenClasses =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|a11y-hidden|is-hidden|d-none|headerlink|anchorjs-link)(?=\s|$)/i;
const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether a reader does not see an element, or sees a sign in it that is none of the text's. */
export function isHidden(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' || (name === 'aria-hidden' && value === 'true')) return true;
    if (name === 'class' && hiddenClasses.test(value)) return true;
    if (name === 'style' && hiddenStyle.test(value)) return true;
  }
  return false;
}
