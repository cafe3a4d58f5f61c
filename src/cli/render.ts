import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findingsOf } from '../card/findings.ts';
import type { OpenGraphImage } from '../camera/open-graph-image.ts';
import { chooseCard, type CardOptions } from './choose-card.ts';
import { readLocalPictures } from './local-pictures.ts';
import { chooseOutput } from './output.ts';
import { openCardstock, servesNobody } from './project.ts';

export interface RenderOptions extends CardOptions {
  out: string;
  /** Findings are errors. */
  strict?: boolean;
}

/** Renders one card, and says where it is, how large, how long it took, and what is not right with it. */
export async function render(name: string, options: RenderOptions): Promise<void> {
  const cardstock = await openCardstock(servesNobody);
  try {
    const output = chooseOutput(options.out, options.format);
    const { format } = output;
    const { label, request } = chooseCard(name, { ...options, format }, cardstock.templates);
    const ready = await readLocalPictures(request, cardstock.templates.get(name));
    const start = performance.now();
    const isAuto = format === 'auto';
    const own = { isOwn: true };
    const image = await (isAuto ? cardstock.renderSmallest(ready, own) : cardstock.render(ready, own));
    const ms = Math.round(performance.now() - start);
    const title = [name, label.replaceAll(' ', '-'), options.variant].filter(Boolean).join('-');
    const file = output.file(title, image.format);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, image.bytes);
    console.log(`${file}: ${describeImage(image)}, ${ms} ms${startingTime(image)}`);
    const findings = findingsOf(image);
    for (const finding of findings) console.warn(finding);
    if (options.strict && findings.length > 0) process.exitCode = 1;
  } finally {
    await cardstock.close();
  }
}

function describeImage(image: OpenGraphImage): string {
  return `${image.width}×${image.height}, ${kilobytes(image)}`;
}

function kilobytes({ bytes }: OpenGraphImage): string {
  return `${(bytes.length / 1000).toFixed(0)} kB`;
}

function startingTime({ timings: { coldStartMs } }: OpenGraphImage): string {
  return coldStartMs ? `, ${Math.round(coldStartMs)} of them to start the browser` : '';
}
