import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { templates } from '../../templates/index.ts';
import type { RawProps } from '../card/props.ts';
import type { Template } from '../card/template.ts';
import { Cardstock } from '../cardstock.ts';
import { InvalidParameterError } from '../errors.ts';

interface CardOptions {
  example?: string;
  props?: string;
  variant?: string;
  format?: string;
  out: string;
}

/** Renders one card, and says where it is, how large, how long it took. */
export async function card(name: string, options: CardOptions): Promise<void> {
  const cardstock = new Cardstock({ templates });
  try {
    const { label, props } = chooseProps(cardstock.templates.get(name), options);
    const { variant, format } = options;
    const start = performance.now();
    const image = await cardstock.render({ template: name, props, variant, format });
    const ms = Math.round(performance.now() - start);
    await mkdir(options.out, { recursive: true });
    const file = join(
      options.out,
      [name, label, variant].filter(Boolean).join('-') + extensions[image.format],
    );
    await writeFile(file, image.bytes);
    const size = `${image.width}×${image.height}, ${(image.bytes.length / 1000).toFixed(0)} kB`;
    const cold = image.timings.coldStartMs;
    const starting = cold ? `, ${Math.round(cold)} of them to start the browser` : '';
    console.log(`${file}: ${size}, ${ms} ms${starting}`);
  } finally {
    await cardstock.close();
  }
}

const extensions = { jpeg: '.jpg', png: '.png', webp: '.webp' } as const;

function chooseProps(
  template: Template,
  { example, props }: CardOptions,
): { label: string; props: RawProps } {
  if (props !== undefined) return { label: 'custom', props: parseProps(props) };
  const names = Object.keys(template.examples);
  const label = example ?? names[0]!;
  if (!names.includes(label)) throw new InvalidParameterError('example', `unknown value "${label}"`, names);
  return { label, props: template.examples[label] as RawProps };
}

function parseProps(json: string): RawProps {
  try {
    const props: unknown = JSON.parse(json);
    if (typeof props === 'object' && props !== null && !Array.isArray(props)) return props as RawProps;
  } catch {
    // said below
  }
  throw new InvalidParameterError('props', 'expected a JSON object, as in {"title":"Hello"}');
}
