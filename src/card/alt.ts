import { failureOf } from './failure.ts';
import type { Card } from './resolve.ts';

/**
 * The text for those who cannot see a card.
 *
 * @throws {TemplateFailedError} its template failed at it.
 */
export function altOf(card: Card): string {
  const { template, props, language, data } = card;
  try {
    return String(template.alt(props, { language, data })); // words with marks are words here
  } catch (error) {
    throw failureOf(card, error);
  }
}
