import { failureOf } from './failure.ts';
import { plainText } from './marks.ts';
import { leavesOf } from './props.ts';
import { replaceTexts } from './props/replace.ts';
import type { Card } from './resolve.ts';

/**
 * The text for those who cannot see a card.
 *
 * @throws {TemplateFailedError} its template failed at it.
 */
export function altOf(card: Card): string {
  const { template, language, data } = card;
  try {
    return String(template.alt(withoutMarks(card), { language, data }));
  } catch (error) {
    throw failureOf(card, error);
  }
}

/** The props as they are read out: nobody reads backticks. */
function withoutMarks({ template, input, props }: Card): unknown {
  const replacements = leavesOf(template.props, input).flatMap(({ path, value, description: { format } }) => {
    if (format !== 'marks' || typeof value !== 'string') return [];
    const to = plainText(value);
    return to === value ? [] : [{ path, from: value, to }];
  });
  return replaceTexts(props, replacements);
}
