import { oneLine } from '../../system/one-line.ts';
import { plural } from '../../system/plural.ts';
import { wrap } from '../doctor/wrap.ts';
import type { CardParity } from './parity.ts';

/** One card in lines of so many columns. */
export function formatParity(card: CardParity, columns: number): string {
  const { template, example, outcome, differences, reason } = card;
  const details = [
    ...differences.map(({ part, here, there }) => `${part}: here ${here}; there ${there}`),
    ...(reason ? [reason] : []),
  ];
  const lines = details.flatMap((detail) => wrap(oneLine(detail), columns - 4).map((line) => `    ${line}`));
  return [`${outcome.padEnd(9)}  ${template}, ${example}${noteOf(card)}`, ...lines].join('\n');
}

/** Another key for the very same picture is no fault that anybody sees. */
function noteOf({ isSamePicture, isSameKey }: CardParity): string {
  if (isSamePicture && !isSameKey) return ' (the same bytes under another key)';
  return '';
}

export function formatParitySummary(cards: readonly CardParity[]): string {
  const count = (outcome: CardParity['outcome']) => cards.filter((card) => card.outcome === outcome).length;
  const parts = new Set(cards.flatMap(({ differences }) => differences.map(({ part }) => part)));
  const which = parts.size > 0 ? ` (${[...parts].join(', ')})` : '';
  return `${plural(cards.length, 'card')}: ${count('same')} the same, ${count('different')} different${which}, ${count('failed')} failed`;
}
