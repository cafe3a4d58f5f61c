import { classesIn } from './dialects/tailwind/classes.ts';
import { Tailwind, type TailwindEntry } from './dialects/tailwind/tailwind.ts';
import { markupOf, type Rendering } from './markup-of.ts';
import type { Template } from './template.ts';
import { inTemplateTime } from './time-of-template.ts';

/**
 * Gives a card the styles of its Tailwind classes. They depend on what it shows, so that it is
 * rendered once to see them; other cards cost nothing.
 *
 * @throws {TemplateError} as {@link Tailwind.stylesOf}.
 */
export async function dress<Card extends Rendering>(card: Card): Promise<Card & { utilities?: string }> {
  const tailwind = tailwindOf(card.template);
  if (!tailwind) return card;
  return { ...card, utilities: await tailwind.stylesOf(classesIn(inTemplateTime(() => markupOf(card)))) };
}

/** Each entry once: templates of one project share theirs. */
const opened = new WeakMap<object, Tailwind>();
const byDefault: TailwindEntry = { css: '@import "tailwindcss";', folder: process.cwd() };

function tailwindOf({ tailwind: said }: Template): Tailwind | undefined {
  if (!said) return undefined;
  const entry = said === true ? byDefault : said;
  const tailwind = opened.get(entry) ?? new Tailwind(entry);
  opened.set(entry, tailwind);
  return tailwind;
}
