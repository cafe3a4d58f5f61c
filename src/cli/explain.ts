import { chooseCard, type CardOptions } from './choose-card.ts';
import { readLocalPictures } from './local-pictures.ts';
import { openCardstock, servesNobody } from './project.ts';
import { receiptTable } from './receipt-table.ts';

export interface ExplainCommandOptions extends CardOptions {
  json?: boolean;
}

/** Draws one card, keeps nothing of it, and says where all that is on it comes from. */
export async function explain(name: string, options: ExplainCommandOptions): Promise<void> {
  const cardstock = await openCardstock(servesNobody);
  try {
    const { request } = chooseCard(name, options, cardstock.templates);
    const ready = await readLocalPictures(request, cardstock.templates.get(name));
    const receipt = await cardstock.explain(ready, { isOwn: true, anySource: true });
    const { columns = 80 } = process.stdout;
    console.log(options.json ? JSON.stringify(receipt, undefined, 2) : receiptTable(receipt, columns));
  } finally {
    await cardstock.close();
  }
}
