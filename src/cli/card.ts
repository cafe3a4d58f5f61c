import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { templates } from '../../templates/index.ts';
import { formatCodePoint } from '../card/text.ts';
import { fileExtensions } from '../card/variants.ts';
import { Cardstock } from '../cardstock.ts';
import { chooseCard, type CardOptions } from './choose-card.ts';

/** Renders one card, and says where it is, how large, how long it took. */
export async function card(name: string, options: CardOptions & { out: string }): Promise<void> {
  const cardstock = new Cardstock({ templates, config: { allowUnsigned: true } }); // it serves nobody
  try {
    const { label, request } = chooseCard(name, options, cardstock.templates);
    const start = performance.now();
    const image = await cardstock.render(request);
    const ms = Math.round(performance.now() - start);
    await mkdir(options.out, { recursive: true });
    const title = [name, label, options.variant].filter(Boolean).join('-');
    const file = join(options.out, `${title}.${fileExtensions[image.format]}`);
    await writeFile(file, image.bytes);
    const size = `${image.width}×${image.height}, ${(image.bytes.length / 1000).toFixed(0)} kB`;
    const cold = image.timings.coldStartMs;
    const starting = cold ? `, ${Math.round(cold)} of them to start the browser` : '';
    console.log(`${file}: ${size}, ${ms} ms${starting}`);
    if (image.missingGlyphs.length > 0) {
      console.warn(`no font here can draw ${image.missingGlyphs.map(formatCodePoint).join(', ')}`);
    }
  } finally {
    await cardstock.close();
  }
}
