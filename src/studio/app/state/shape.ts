import { computed, signal } from '@preact/signals';
import type { PageAnswer, Props, StudioCard } from '../../protocol.ts';
import { catalog, templateNamed, templates } from './catalog.ts';
import { type Path, withValue } from './values.ts';

/** The card that is being shaped, and what it was made from. */
export interface Shape {
  readonly template: string;
  /** The example that its props started as. */
  readonly example?: string | undefined;
  readonly variant?: string | undefined;
  readonly format?: string | undefined;
  readonly lang?: string | undefined;
  readonly props: Props;
  /** The page that it is for. */
  readonly page?: PageAnswer | undefined;
}

export const shape = signal<Shape>({ template: '', props: {} });

export const template = computed(() => templateNamed(shape.value.template));

/** The name of its size. */
export const variant = computed(() => shape.value.variant ?? template.value?.variant ?? 'og');
export const size = computed(() => template.value?.variants[variant.value]);

/** As the server is asked for it; nothing before it is known what there is. */
export const card = computed<StudioCard | undefined>(() => {
  if (!template.value) return undefined;
  const { template: name, props, variant, format, lang, page } = shape.value;
  return { template: name, props, variant, format, lang, ...(page && { isComplete: true }) };
});

/** When something was typed or chosen last: the picture is timed from there. */
export const touched = { at: 0 };

export function change(part: Partial<Shape>): void {
  touched.at = performance.now();
  shape.value = { ...shape.value, ...part };
}

export function setProp(path: Path, value: unknown): void {
  change({ props: withValue(shape.value.props, path, value) });
}

export function chooseTemplate(name: string): void {
  const entry = templateNamed(name);
  if (entry) chooseExample(name, Object.keys(entry.examples)[0]);
}

/** Its props as the example has them; size, format and language stay as they were chosen. */
export function chooseExample(name: string, example: string | undefined): void {
  const entry = templateNamed(name);
  if (!entry) return;
  const props = example === undefined ? {} : (entry.examples[example] ?? {});
  const { variant: asked } = shape.value;
  const size = asked !== undefined && asked in entry.variants ? asked : undefined;
  change({ template: name, example, props, variant: size, page: undefined });
}

/** The example that a card was made from, as long as nothing of it was taken away. */
export function exampleWithin({ template, props }: StudioCard): string | undefined {
  const { example } = shape.peek();
  const said = example === undefined ? undefined : templateNamed(template)?.examples[example];
  return said && Object.keys(said).every((name) => name in props) ? example : undefined;
}

/** Back to what the example says. */
export function reset(): void {
  chooseExample(shape.value.template, shape.value.example);
}

export function showPage(page: PageAnswer): void {
  if (page.card) change({ ...page.card, example: undefined, page });
}

/** Something to begin with, where the address names nothing, or what has gone. */
export function ensureTemplate(): void {
  const [first] = templates.value;
  if (catalog.value && !template.value && first) chooseTemplate(first.name);
}
