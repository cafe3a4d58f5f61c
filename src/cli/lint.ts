import type { CardRequest } from '../card/resolve.ts';
import type { Template } from '../card/template.ts';
import { sizesOf } from '../card/sizes.ts';
import { CardstockError, TemplateFailedError } from '../errors.ts';
import { openCardstock, servesNobody } from './project.ts';
import { unknownValue } from '../system/nearest.ts';
import { plural } from '../system/plural.ts';

export interface LintOptions {
  example?: string;
  variant?: string;
  info?: boolean;
}

/** Lints the examples of templates in every size; exits with 1 where something is wrong. */
export async function lint(name: string | undefined, options: LintOptions): Promise<void> {
  const cardstock = await openCardstock(servesNobody);
  try {
    const templates = name === undefined ? [...cardstock.templates] : [cardstock.templates.get(name)];
    const cards = templates.flatMap((template) => cardsOf(template, options));
    let faults = 0;
    for (const { label, request } of cards) {
      const findings = await cardstock.lint(request).catch((error: unknown) => {
        faults += 1;
        console.log(`${label}: no card: ${reasonOf(error)}`);
        return [];
      });
      for (const { severity, rule, selector, text, message } of findings) {
        if (severity === 'error') faults += 1;
        else if (severity === 'info' && !options.info) continue;
        console.log(`${label}: ${rule}: ${selector}${text && ` "${text}"`} ${message}`);
      }
    }
    console.log(`${plural(cards.length, 'card')}, ${plural(faults, 'fault')}`);
    if (faults > 0) process.exitCode = 1;
  } finally {
    await cardstock.close();
  }
}

/** One bad example is a fault of its own, and keeps no other from being looked at. */
function reasonOf(error: unknown): string {
  if (error instanceof CardstockError && (error.status < 500 || error instanceof TemplateFailedError)) {
    return error.message;
  }
  throw error;
}

function cardsOf(template: Template, { example, variant }: LintOptions) {
  const names = Object.keys(template.examples);
  if (example !== undefined && !names.includes(example)) {
    throw unknownValue('example', example, names);
  }
  const examples = example === undefined ? names : [example];
  const variants = variant === undefined ? Object.keys(sizesOf(template)) : [variant];
  return examples.flatMap((exampleName) =>
    variants.map((variantName) => ({
      label: `${template.name}, ${exampleName}, ${variantName}`,
      request: {
        template: template.name,
        example: exampleName,
        props: {},
        variant: variantName,
      } satisfies CardRequest,
    })),
  );
}
