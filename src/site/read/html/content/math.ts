import { kindsOf } from '../kinds.ts';
import { attribute, type Element, elementsOf, isHtml } from '../parse.ts';
import { textOf } from '../text.ts';
import { texToText } from './tex.ts';

/** What a renderer of formulas has set, or left for a script to set. */
export function isMath(element: Element): boolean {
  const { tagName } = element;
  if (tagName === 'math' || tagName === 'mjx-container') return true;
  if (tagName === 'script') return /^math\/tex/.test(attribute(element, 'type') ?? '');
  return element.attrs.length > 0 && kindsOf(element).has('math');
}

/** A formula in the signs of a line; nothing where it needs more than a line. */
export function mathText(element: Element): string | undefined {
  const tex = texIn(element);
  if (tex !== undefined) return texToText(tex);
  const math =
    element.tagName === 'math' ? element : [...elementsOf(element)].find(({ tagName }) => tagName === 'math');
  if (math) return textOfMathMl(math);
  const text = textOf(element);
  const between = /^(?:\\\((.*)\\\)|\\\[(.*)\\\]|\$\$?(.*?)\$\$?)$/s.exec(text);
  if (between) return texToText(between[1] ?? between[2] ?? between[3]!);
  return isHtml(element, 'mjx-container') ? undefined : texToText(text);
}

function texIn(element: Element): string | undefined {
  const own = attribute(element, 'alttext') ?? attribute(element, 'data-tex');
  if (own) return own;
  for (const inner of elementsOf(element)) {
    if (inner.tagName === 'annotation' && attribute(inner, 'encoding') === 'application/x-tex')
      return textOf(inner);
    const alternative = inner.tagName === 'math' && attribute(inner, 'alttext');
    if (alternative) return alternative;
  }
  return undefined;
}

const inLine = new Set('math semantics mrow mi mo mn mtext mspace mstyle annotation'.split(' '));

function textOfMathMl(math: Element): string | undefined {
  const elements = [...elementsOf(math)];
  if (elements.some(({ tagName }) => !inLine.has(tagName))) return undefined;
  const words = elements.filter(({ tagName }) => /^m[inot]/.test(tagName)).map((element) => textOf(element));
  return words.filter((word) => word !== '' && word !== '\u2061').join(' ');
}
