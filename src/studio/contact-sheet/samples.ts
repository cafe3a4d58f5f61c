import type { RawProps } from '../../card/props.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import { type VariantName, variantNames } from '../../card/variants.ts';
import type { Cardstock, OpenGraphImage } from '../../cardstock.ts';
import { CardstockError, InvalidParameterError } from '../../errors.ts';

/** An example of a template in one size. */
export interface Sample {
  readonly template: string;
  readonly example: string;
  readonly variant: VariantName;
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
  const variants = choice.variants?.map(readVariant) ?? variantNames;
  const templates = (choice.templates ?? registry.names).map((name) => registry.get(name));
  return templates.flatMap(({ name, examples }) =>
    Object.entries(examples).flatMap(([example, props], index) =>
      variants.map((variant) => ({
        template: name,
        example,
        variant,
        label: `${name}, ${example}, ${variant}`,
        fileName: [name, index + 1, slug(example), slug(variant)].filter(Boolean).join('-'),
        props: props as RawProps,
      })),
    ),
  );
}

/** The finished card, or in words why there is none. */
export async function photograph(
  { template, props, variant }: Sample,
  cardstock: Cardstock,
): Promise<OpenGraphImage | string> {
  try {
    return await cardstock.render({ template, props, variant });
  } catch (error) {
    return error instanceof CardstockError ? error.publicMessage : String(error);
  }
}

function readVariant(name: string): VariantName {
  const found = variantNames.find((candidate) => candidate === name);
  if (!found) throw new InvalidParameterError('variant', `unknown value "${name}"`, variantNames);
  return found;
}

/** Letters and digits that no file system and no URL minds. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
