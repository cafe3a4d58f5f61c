import { originOf } from '../../card/origins.ts';
import { sizesOf } from '../../card/sizes.ts';
import type { Template } from '../../card/template.ts';
import { imageFormats } from '../../card/variants.ts';
import type { Cardstock } from '../../cardstock.ts';
import { readFields } from '../fields/read-fields.ts';
import type { Catalog, Props, TemplateEntry } from '../protocol.ts';
import type { Workshop } from './workshop.ts';

/** All templates, with what a form needs to know of their props. */
export function catalogOf(workshop: Workshop, revision: string): Catalog {
  const cardstock = workshop.cardstock();
  return {
    revision,
    templates: Array.from(cardstock.templates, (template) => entryOf(template, cardstock)),
    formats: imageFormats,
    siteUrl: cardstock.config.siteUrl,
    hasSite: workshop.siteFolder !== undefined,
  };
}

function entryOf(template: Template, { templates }: Cardstock): TemplateEntry {
  const { name, description, viewport: variant, props } = template;
  return {
    name,
    description,
    file: originOf(template),
    variant,
    variants: sizesOf(template),
    fields: readFields(props),
    examples: template.examples as Readonly<Record<string, Props>>,
    defaults: templates.defaultsFor(template),
  };
}
