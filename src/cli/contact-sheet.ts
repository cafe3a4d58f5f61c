import { ConfigError } from '../errors.ts';
import { contactSheet as makeContactSheet } from '../studio/contact-sheet/contact-sheet.ts';
import { goldens } from './goldens.ts';
import { openCardstock, servesNobody } from './project.ts';
import { Progress } from './progress.ts';

export interface ContactSheetCommandOptions {
  out: string;
  template?: string[];
  variant?: string[];
  update?: boolean;
  check?: boolean;
  json?: boolean;
}

/**
 * Makes every example of every template, to be looked at; exits with 1 where a card could not be
 * made. With `--update` and `--check`, a test of how the project's own templates look.
 */
export async function contactSheet(options: ContactSheetCommandOptions): Promise<void> {
  const { out, template, variant, update = false, check = false, json = false } = options;
  if (update && check) throw new ConfigError('--update accepts what --check would find: name one of them.');
  if (json && !update && !check) throw new ConfigError('--json goes with --update or --check.');
  const cardstock = await openCardstock(servesNobody);
  try {
    if (update || check) return await goldens({ out, template, variant, update, json }, cardstock);
    const progress = new Progress();
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
