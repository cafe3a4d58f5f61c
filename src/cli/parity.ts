import { type CardParity, compareWith } from '../site/parity/parity.ts';
import { formatParity, formatParitySummary } from '../site/parity/format.ts';
import { untilInterrupted } from './interrupt.ts';
import { openCardstock, servesNobody } from './project.ts';

export interface ParityCommandOptions {
  local?: boolean;
  json?: boolean;
}

/** Holds a deployment against this machine; exits with 1 where a card is another one, or not there. */
export async function parity(address: string, { local = false, json }: ParityCommandOptions): Promise<void> {
  const cardstock = await openCardstock(servesNobody);
  const { columns = 80 } = process.stdout;
  const cards: CardParity[] = [];
  try {
    await untilInterrupted(async (signal) => {
      for await (const card of compareWith(address, cardstock, { signal, allowLocal: local })) {
        cards.push(card);
        if (!json) console.log(formatParity(card, columns));
      }
    });
  } finally {
    await cardstock.close();
  }
  console.log(json ? JSON.stringify(cards, undefined, 2) : formatParitySummary(cards));
  if (cards.some(({ outcome }) => outcome !== 'same')) process.exitCode ??= 1;
}
