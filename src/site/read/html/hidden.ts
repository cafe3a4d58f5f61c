import { kindsOf } from './kinds.ts';
import type { Element } from './parse.ts';

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether a reader does not see an element, or sees a sign in it that is none of the text's. */
export function isHidden(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' || (name === 'aria-hidden' && value === 'true')) return true;
    if (name === 'style' && hiddenStyle.test(value)) return true;
  }
  return kindsOf(element).has('hidden');
}
