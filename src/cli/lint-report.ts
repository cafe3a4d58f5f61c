import type { LintFinding } from '../camera/lint/rules.ts';
import { wrap } from '../site/doctor/wrap.ts';
import { oneLine } from '../system/one-line.ts';
import { plural } from '../system/plural.ts';
import { paint } from './terminal.ts';

/** A card that was looked at, or that could not be made. */
export interface LintedCard {
  readonly template: string;
  readonly example: string;
  readonly variant: string;
  readonly findings: readonly LintFinding[];
  /** Why there is no card. */
  readonly problem?: string;
}

const colors = { error: 'red', warning: 'yellow', info: 'blue' } as const;
const indent = '  ';
const labelColumns = 9;
const narrow = 60;

export function countsOf(cards: readonly LintedCard[]): { faults: number; warnings: number } {
  const severities = cards.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const count = (wanted: LintFinding['severity']) => severities.filter((each) => each === wanted).length;
  const failed = cards.filter(({ problem }) => problem !== undefined).length;
  return { faults: count('error') + failed, warnings: count('warning') };
}

/** What was found, by template, each thing once with the cards that it is on; the counts at the end. */
export function formatCards(cards: readonly LintedCard[], columns: number): string[] {
  const byTemplate = Map.groupBy(cards, ({ template }) => template);
  const { faults, warnings } = countsOf(cards);
  const warned = warnings > 0 ? `, ${plural(warnings, 'warning')}` : '';
  return [
    ...[...byTemplate].flatMap(([name, same]) => formatTemplate(name, same, columns)),
    `${plural(cards.length, 'card')}, ${plural(faults, 'fault')}${warned}`,
  ];
}

interface Said {
  readonly severity: LintFinding['severity'];
  readonly text: string;
  readonly card: LintedCard;
}

function formatTemplate(name: string, cards: readonly LintedCard[], columns: number): string[] {
  const said = cards.flatMap(sayingsOf);
  if (said.length === 0) return [];
  const groups = [...Map.groupBy(said, ({ severity, text }) => `${severity} ${text}`).values()];
  return [paint('bold', name), ...groups.flatMap((group) => formatGroup(group, columns)), ''];
}

function sayingsOf(card: LintedCard): Said[] {
  const findings = card.findings.map(({ severity, rule, selector, text, message }) => {
    const where = [selector, text && `"${text}"`].filter(Boolean).join(' ');
    return { severity, text: `${rule}: ${where && `${where} `}${message}`, card };
  });
  if (card.problem === undefined) return findings;
  return [{ severity: 'error', text: `no card: ${card.problem}`, card }, ...findings];
}

function formatGroup(group: readonly Said[], columns: number): string[] {
  const [{ severity, text }] = group as [Said];
  const isNarrow = columns < narrow;
  const margin = indent + (isNarrow ? indent : ' '.repeat(labelColumns));
  const lines = [oneLine(text), `in ${placesOf(group)}`]
    .flatMap((each) => wrap(each, Math.max(20, columns - margin.length)))
    .map((line) => margin + line);
  const label = paint(colors[severity], severity);
  if (isNarrow) return [indent + label, ...lines];
  return lines.map((line, index) =>
    index === 0
      ? indent + label + ' '.repeat(labelColumns - severity.length) + line.slice(margin.length)
      : line,
  );
}

/** As in `short (og, square), long (og)`. */
function placesOf(group: readonly Said[]): string {
  const byExample = Map.groupBy(group, ({ card }) => card.example);
  return [...byExample]
    .map(([example, same]) => `${example} (${[...new Set(same.map(({ card }) => card.variant))].join(', ')})`)
    .join(', ');
}
