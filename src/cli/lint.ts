import type { LintFinding } from '../camera/lint/rules.ts';
import type { CardRequest } from '../card/resolve.ts';
import { sizesOf } from '../card/sizes.ts';
import type { Template } from '../card/template.ts';
import type { Cardstock } from '../cardstock.ts';
import { CardstockError, InvalidParameterError, TemplateFailedError } from '../errors.ts';
import { describeFailure } from '../site/build/describe-failure.ts';
import { unknownValue } from '../system/nearest.ts';
import { untilInterrupted } from './interrupt.ts';
import { countsOf, formatCards, type LintedCard } from './lint-report.ts';
import { Progress } from './progress.ts';
import { openCardstock, servesNobody } from './project.ts';
import { widthOf } from './terminal.ts';

export interface LintOptions {
  example?: string;
  variant?: string;
  info?: boolean;
  /** Errors alone. */
  quiet?: boolean;
  maxWarnings?: string;
  json?: boolean;
}

/** Lints the examples of templates in every size; exits with 1 where something is wrong. */
export async function lint(name: string | undefined, options: LintOptions): Promise<void> {
  const maxWarnings = readMaxWarnings(options.maxWarnings);
  const cardstock = await openCardstock(servesNobody);
  try {
    const templates = name === undefined ? [...cardstock.templates] : [cardstock.templates.get(name)];
    const asked = templates.flatMap((template) => cardsOf(template, options));
    const cards = await untilInterrupted((signal) => lintAll(asked, cardstock, options, signal));
    if (!cards) return;
    const { faults, warnings } = countsOf(cards);
    if (options.json) console.log(JSON.stringify({ cards, faults, warnings }, undefined, 2));
    else for (const line of formatCards(cards, widthOf())) console.log(line);
    if (faults > 0 || warnings > maxWarnings) process.exitCode = 1;
  } finally {
    await cardstock.close();
  }
}

interface AskedCard {
  readonly template: string;
  readonly example: string;
  readonly variant: string;
}

async function lintAll(
  asked: readonly AskedCard[],
  cardstock: Cardstock,
  options: LintOptions,
  signal: AbortSignal,
): Promise<LintedCard[]> {
  const progress = new Progress();
  const cards: LintedCard[] = [];
  try {
    for (const card of asked) {
      signal.throwIfAborted();
      progress.show(cards.length, asked.length, `${card.template}, ${card.example}, ${card.variant}`);
      cards.push({ ...card, ...(await lintCard(card, cardstock, options)) });
    }
    return cards;
  } finally {
    progress.end();
  }
}

async function lintCard(card: AskedCard, cardstock: Cardstock, { info = false, quiet = false }: LintOptions) {
  const request: CardRequest = { ...card, props: {} };
  const shown = ({ severity }: LintFinding) =>
    severity === 'error' || (!quiet && (info || severity === 'warning'));
  try {
    return { findings: (await cardstock.lint(request)).filter(shown) };
  } catch (error) {
    return { findings: [], problem: reasonOf(error) };
  }
}

/** One bad example is a fault of its own, and keeps no other from being looked at. */
function reasonOf(error: unknown): string {
  if (error instanceof CardstockError && (error.status < 500 || error instanceof TemplateFailedError)) {
    return describeFailure(error);
  }
  throw error;
}

function cardsOf(template: Template, { example, variant }: LintOptions): AskedCard[] {
  const names = Object.keys(template.examples);
  if (example !== undefined && !names.includes(example)) throw unknownValue('example', example, names);
  const sizes = Object.keys(sizesOf(template));
  if (variant !== undefined && !sizes.includes(variant)) throw unknownValue('variant', variant, sizes);
  const examples = example === undefined ? names : [example];
  const variants = variant === undefined ? sizes : [variant];
  return examples.flatMap((example) =>
    variants.map((variant) => ({ template: template.name, example, variant })),
  );
}

function readMaxWarnings(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidParameterError('max-warnings', `"${text}" is no number of warnings`, ['0', '10']);
}
