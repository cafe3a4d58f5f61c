import type { RawProps } from '../../card/props.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import { sizesOf } from '../../card/sizes.ts';
import type { Template } from '../../card/template.ts';
import type { Viewport } from '../../card/variants.ts';
import type { OpenGraphImage } from '../../camera/open-graph-image.ts';
import type { Cardstock } from '../../cardstock.ts';
import { CardstockError } from '../../errors.ts';
import { unknownValue } from '../../system/nearest.ts';

/** An example of a template in one size. */
export interface Sample {
  readonly template: string;
  readonly example: string;
  readonly variant: string;
  readonly viewport: Viewport;
  /** For people: `article, dark, square`. */
  readonly label: string;
  /** For files: no two samples share it. */
  readonly fileName: string;
  readonly props: RawProps;
}

export interface SampleChoice {
  /** @default all of them */
  readonly templates?: readonly string[] | undefined;
  /** @default all of them */
  readonly variants?: readonly string[] | undefined;
}

/** @throws {UnknownTemplateError|InvalidParameterError} a name that is not there. */
export function samplesOf(registry: TemplateRegistry, choice: SampleChoice): Sample[] {
  const templates = (choice.templates ?? registry.names).map((name) => registry.get(name));
  checkNames(choice.variants ?? [], templates);
  return templates.flatMap((template) => {
    const { name, examples } = template;
    return Object.entries(examples).flatMap(([example, props], index) =>
      chosenSizes(template, choice).map(([variant, viewport]) => ({
        template: name,
        example,
        variant,
        viewport,
        label: `${name}, ${example}, ${variant}`,
        fileName: [name, index + 1, slug(example), slug(variant)].filter(Boolean).join('-'),
        props: props as RawProps,
      })),
    );
  });
}

/** The finished card, or in words why there is none. */
export async function photograph(
  { template, props, variant }: Sample,
  cardstock: Cardstock,
): Promise<OpenGraphImage | string> {
  try {
    return await cardstock.render({ template, props, variant });
  } catch (error) {
    return error instanceof CardstockError ? error.message : String(error);
  }
}

function chosenSizes(template: Template, { variants }: SampleChoice): [string, Viewport][] {
  return Object.entries(sizesOf(template)).filter(([name]) => variants?.includes(name) ?? true);
}

/** One template may have a size that another has not. */
function checkNames(names: readonly string[], templates: readonly Template[]): void {
  const valid = [...new Set(templates.flatMap((template) => Object.keys(sizesOf(template))))];
  const unknown = names.find((name) => !valid.includes(name));
  if (unknown) throw unknownValue('variant', unknown, valid);
}

/** Letters and digits that no file system and no URL minds. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
