import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { findingsOf } from '../card/findings.ts';
import { type FileExtension, fileExtensions, type ImageFormat } from '../card/variants.ts';
import type { OpenGraphImage } from '../cardstock.ts';
import { chooseCard, type CardOptions } from './choose-card.ts';
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
    const format = options.format ?? formatOf(options.out);
    const { label, request } = chooseCard(name, { ...options, format }, cardstock.templates);
    const start = performance.now();
    const isAuto = format === 'auto';
    const image = await (isAuto ? cardstock.renderSmallest(request) : cardstock.render(request));
    const ms = Math.round(performance.now() - start);
    const title = [name, label.replaceAll(' ', '-'), options.variant].filter(Boolean).join('-');
    const file = isFile(options.out)
      ? options.out
      : join(options.out, `${title}.${fileExtensions[image.format]}`);
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

function isFile(out: string): boolean {
  return extname(out) !== '';
}

/** `--out card.png` says what it wants. */
function formatOf(out: string): ImageFormat | undefined {
  const extension = extname(out).slice(1).toLowerCase().replace('jpeg', 'jpg') as FileExtension;
  return (Object.keys(fileExtensions) as ImageFormat[]).find(
    (format) => fileExtensions[format] === extension,
  );
}
