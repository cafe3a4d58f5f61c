import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findingsOf } from '../card/findings.ts';
import type { OpenGraphImage } from '../camera/open-graph-image.ts';
import { chooseCard, type CardOptions } from './choose-card.ts';
import { readLocalPictures } from './local-pictures.ts';
import { chooseOutput } from './output.ts';
import { ConfigError } from '../errors.ts';
import { openCardstock, servesNobody, usualTemplate } from './project.ts';
import { paint } from './terminal.ts';

export interface RenderOptions extends CardOptions {
  out: string;
  json?: boolean;
  /** Findings are errors. */
  strict?: boolean;
}

/** Renders one card, and says where it is, how large, how long it took, and what is not right with it. */
export async function render(asked: string | undefined, options: RenderOptions): Promise<void> {
  const { out, json = false, strict = false } = options;
  if (json && out === '-')
    throw new ConfigError('--json and --out - both want the standard output: name one.');
  const cardstock = await openCardstock(servesNobody);
  try {
    const name = asked ?? (await usualTemplate());
    const output = chooseOutput(out, options.format);
    const { format } = output;
    const { label, request } = chooseCard(name, { ...options, format }, cardstock.templates);
    const ready = await readLocalPictures(request, cardstock.templates.get(name));
    const start = performance.now();
    const own = { isOwn: true };
    const image = await (format === 'auto'
      ? cardstock.renderSmallest(ready, own)
      : cardstock.render(ready, own));
    const ms = Math.round(performance.now() - start);
    const title = [name, label.replaceAll(' ', '-'), options.variant].filter(Boolean).join('-');
    const file = output.file(title, image.format);
    await write(image.bytes, file);
    const findings = findingsOf(image);
    if (json)
      console.log(JSON.stringify(asJson(image, { template: name, file, ms, findings }), undefined, 2));
    else tell(image, file, ms, findings);
    if (strict && findings.length > 0) process.exitCode = 1;
  } finally {
    await cardstock.close();
  }
}

/** To the standard output where there is no file, to the last byte. */
async function write(bytes: Uint8Array, file: string | undefined): Promise<void> {
  if (file !== undefined) {
    await mkdir(dirname(file), { recursive: true });
    return writeFile(file, bytes);
  }
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function tell(
  image: OpenGraphImage,
  file: string | undefined,
  ms: number,
  findings: readonly string[],
): void {
  const line = `${file ?? image.format}: ${describeImage(image)}, ${ms} ms${startingTime(image)}`;
  if (file === undefined) console.error(line);
  else console.log(line);
  for (const finding of findings) console.warn(`${paint('yellow', '!', process.stderr)} ${finding}`);
}

interface Rendered {
  readonly template: string;
  readonly file: string | undefined;
  readonly ms: number;
  readonly findings: readonly string[];
}

function asJson({ format, width, height, bytes }: OpenGraphImage, rendered: Rendered) {
  return { ...rendered, format, width, height, bytes: bytes.length };
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
