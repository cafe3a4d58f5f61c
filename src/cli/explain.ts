import { chooseCard, type CardOptions } from './choose-card.ts';
import { readLocalPictures } from './local-pictures.ts';
import { openCardstock, servesNobody, usualTemplate } from './project.ts';
import { receiptTable } from './receipt-table.ts';
import { widthOf } from './terminal.ts';

export interface ExplainCommandOptions extends CardOptions {
  json?: boolean;
}

/** Draws one card, keeps nothing of it, and says where all that is on it comes from. */
export async function explain(asked: string | undefined, options: ExplainCommandOptions): Promise<void> {
  const cardstock = await openCardstock(servesNobody);
  try {
    const name = asked ?? (await usualTemplate());
    const { request } = chooseCard(name, options, cardstock.templates);
    const ready = await readLocalPictures(request, cardstock.templates.get(name));
    const receipt = await cardstock.explain(ready, { isOwn: true, anySource: true });
    console.log(options.json ? JSON.stringify(receipt, undefined, 2) : receiptTable(receipt, widthOf()));
  } finally {
    await cardstock.close();
  }
}
