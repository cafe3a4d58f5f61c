import { contactSheet as makeContactSheet } from '../studio/contact-sheet/contact-sheet.ts';
import { openCardstock, servesNobody } from './project.ts';
import { Progress } from './progress.ts';

export interface ContactSheetCommandOptions {
  out: string;
  template?: string[];
  variant?: string[];
}

/** Makes every example of every template, to be looked at; exits with 1 where a card could not be made. */
export async function contactSheet({ out, template, variant }: ContactSheetCommandOptions): Promise<void> {
  const cardstock = await openCardstock(servesNobody);
  const progress = new Progress();
  try {
    const sheet = await makeContactSheet(cardstock, {
      outFolder: out,
      templates: template,
      variants: variant,
      onProgress: ({ done, of, label }) => progress.show(done, of, label),
    });
    progress.end();
    for (const failure of sheet.failures) console.error(failure);
    for (const file of [sheet.page, ...sheet.pictures]) console.log(file);
    if (sheet.failures.length > 0) process.exitCode = 1;
  } finally {
    await cardstock.close();
  }
}
