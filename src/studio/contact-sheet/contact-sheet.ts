import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cardstock } from '../../cardstock.ts';
import { photograph, type Sample, samplesOf, type SampleChoice } from './samples.ts';
import { drawMosaics } from './mosaics.ts';
import { renderPage } from './page.tsx';
import { type Print, printer } from './prints.ts';

export interface ContactSheetOptions extends SampleChoice {
  /** What an earlier sheet left there is removed. @default out/contact-sheet */
  readonly outFolder?: string;
  readonly onProgress?: (progress: ContactSheetProgress) => void;
}

export interface ContactSheetProgress {
  readonly done: number;
  readonly of: number;
  /** The card that was done last, as in `article, dark, square`. */
  readonly label: string;
}

export interface ContactSheet {
  /** The page to open; it works without a server. */
  readonly page: string;
  /** One picture of everything, then one of each size where everything had to be made small. */
  readonly pictures: readonly string[];
  readonly cards: number;
  /** Cards that could not be made: `article, dark, square: why`. */
  readonly failures: readonly string[];
}

/**
 * Every template with every example in every size, on one page and in one picture, to be looked
 * at. A card that cannot be made has its place there too, with the reason in it.
 *
 * @throws {UnknownTemplateError} `templates` names one that is not there.
 * @throws {InvalidParameterError} `variants` names one that is not there.
 */
export async function contactSheet(
  cardstock: Cardstock,
  options: ContactSheetOptions = {},
): Promise<ContactSheet> {
  const { outFolder = 'out/contact-sheet', onProgress } = options;
  const samples = samplesOf(cardstock.templates, options);
  await clear(outFolder);
  const prints = await printAll(cardstock, samples, outFolder, onProgress);
  const page = join(outFolder, 'index.html');
  await writeFile(page, renderPage(prints, cardstock.templates));
  return {
    page,
    pictures: await drawMosaics(prints, cardstock, outFolder),
    cards: prints.length,
    failures: prints.flatMap(({ sample, failure }) => (failure ? [`${sample.label}: ${failure}`] : [])),
  };
}

/** Only what is ours: people name folders that have other things in them. */
async function clear(outFolder: string): Promise<void> {
  await rm(join(outFolder, 'cards'), { recursive: true, force: true });
  await mkdir(join(outFolder, 'cards'), { recursive: true });
  const pictures = (await readdir(outFolder)).filter((name) => /^contact-sheet.*\.png$/.test(name));
  for (const name of pictures) await rm(join(outFolder, name));
}

/** As many at once as there are browsers; their order stays. */
async function printAll(
  cardstock: Cardstock,
  samples: readonly Sample[],
  outFolder: string,
  onProgress?: ContactSheetOptions['onProgress'],
): Promise<Print[]> {
  const print = printer(outFolder);
  const prints: Print[] = [];
  const waiting = samples.entries();
  let done = 0;
  const work = async () => {
    for (const [index, sample] of waiting) {
      prints[index] = await print(sample, await photograph(sample, cardstock));
      onProgress?.({ done: (done += 1), of: samples.length, label: sample.label });
    }
  };
  await Promise.all(Array.from({ length: cardstock.config.browsers }, work));
  return prints;
}
