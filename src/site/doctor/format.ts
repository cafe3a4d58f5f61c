import { styleText } from 'node:util';
import type { Group } from './group.ts';
import { oneLine } from '../../system/one-line.ts';
import { type PlatformName, platformNames, platforms } from './platforms.ts';
import { adviceFor } from './rules/advice.ts';
import type { Severity } from './rules/rule.ts';
import { wrap } from './wrap.ts';
import { plural } from '../../system/plural.ts';

export interface FormatOptions {
  /** For a terminal, where NO_COLOR is not set. @default false */
  readonly color?: boolean;
  /** Infos too. @default true */
  readonly infos?: boolean;
  /** Those that were asked for. @default all */
  readonly platforms?: readonly PlatformName[];
  /** How wide the terminal is. @default 80 */
  readonly columns?: number;
}

const colors = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** The name of a severity stands before its text, or above it where there is little room. */
const labelColumns = 9;
const narrow = 60;
const minTextColumns = 20;

/** Everything that was found, each with its pages and what to do. */
export function formatGroups(
  groups: readonly Group[],
  pageCount: number,
  options: FormatOptions = {},
): string {
  const shown = groups.filter(({ severity }) => severity !== 'info' || (options.infos ?? true));
  return shown.map((group) => `${formatGroup(group, pageCount, options)}\n`).join('\n');
}

function formatGroup(group: Group, pageCount: number, options: FormatOptions): string {
  const { columns = 80, color = false } = options;
  const isNarrow = columns < narrow;
  const margin = ' '.repeat(isNarrow ? 2 : labelColumns);
  const texts = [group.message, ...group.examples, whereOf(group, pageCount, options), adviceFor(group)];
  const lines = texts
    .filter((text) => text !== '')
    .flatMap((text) => wrap(oneLine(text), Math.max(minTextColumns, columns - margin.length)))
    .map((line) => margin + line);
  const label = color
    ? styleText(colors[group.severity], group.severity, { validateStream: false })
    : group.severity;
  if (isNarrow) return [label, ...lines].join('\n');
  return lines.join('\n').replace(margin, () => label + margin.slice(group.severity.length));
}

function whereOf({ pages, platforms: names, examples }: Group, pageCount: number, options: FormatOptions) {
  const isSaid = examples.length >= pages.length || (!names && pages.length === pageCount);
  const where = pageCount > 1 && !isSaid ? listPages(pages, pageCount, examples.length > 0) : '';
  const whom = names ? listPlatforms(names, options) : '';
  const text = [where, whom].filter((part) => part !== '').join(', ');
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const maxNames = 3;

function listPages(pages: readonly string[], pageCount: number, areNamed: boolean): string {
  const first = pages.slice(0, maxNames).join(', ');
  if (pages.length === pageCount && pageCount > maxNames) return `on all ${pageCount} pages`;
  if (areNamed) return `on ${pages.length} pages`;
  return pages.length <= maxNames ? `on ${first}` : `on ${pages.length} pages (first: ${first}, …)`;
}

function listPlatforms(names: readonly PlatformName[], options: FormatOptions): string {
  const asked = options.platforms ?? platformNames;
  const others = asked.filter((name) => !names.includes(name));
  if (others.length === 0) return '';
  const isMost = others.length <= 3 && others.length < names.length;
  const list = (isMost ? others : names).map((name) => platforms[name].label).join(', ');
  return isMost ? `for all but ${list}` : `for ${list}`;
}

/** The counts, for the end: one fault of a template may be on all pages. */
export function formatSummary(groups: readonly Group[], pageCount: number, columns = 80): string {
  const counts = (['error', 'warning'] as const).map((severity) => countOf(groups, severity, pageCount));
  const fixable = groups.filter((group) => group.fixable).length;
  const which = fixable < groups.length ? `${fixable} of them` : fixable > 1 ? 'all of them' : 'it';
  const fix = fixable > 0 ? ` "cardstock build" mends ${which}.` : '';
  return wrap(`${plural(pageCount, 'page')}: ${counts.join(', ')}.${fix}`, columns).join('\n');
}

function countOf(groups: readonly Group[], severity: Severity, pageCount: number): string {
  const found = groups.filter((group) => group.severity === severity);
  const pages = new Set(found.flatMap((group) => group.pages)).size;
  const where = pageCount > 1 && pages > 0 ? ` on ${plural(pages, 'page')}` : '';
  return `${plural(found.length, severity)}${where}`;
}
