import type { Edit } from '../words/edits.ts';
import type { InlineStyle, Markup } from '../words/read-markup.ts';
import type { CompleteStyle } from './complete-style.ts';
import { type ParsedStyle, parseStyle } from './parse-style.ts';

/** An attribute as the declaration that it stands for: SVG's `font-family`, and `face` of old. */
const property = 'font-family:';

export function parseInline({ attribute, value }: InlineStyle): ParsedStyle {
  return parseStyle(attribute === 'style' ? value : property + value, 'declarationList');
}

/**
 * What completed styles change in the markup they are from.
 *
 * @param completed those of the elements, then those of the attributes.
 */
export function editsOf(
  { styleElements, inlineStyles }: Markup,
  completed: readonly CompleteStyle[],
): Edit[] {
  const ofElements = styleElements.flatMap(({ css, isXml, start, end }, index) => {
    const after = completed[index]!.css;
    return after === css ? [] : { start, end, text: isXml ? escaped(after) : after };
  });
  const ofAttributes = inlineStyles.flatMap(({ attribute, value, start, end }, index) => {
    const { css } = completed[styleElements.length + index]!;
    const after = attribute === 'style' ? css : css.slice(property.length);
    return after === value ? [] : { start, end, text: `${attribute}="${escaped(after)}"` };
  });
  return [...ofElements, ...ofAttributes];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
