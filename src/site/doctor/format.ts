import { styleText } from 'node:util';
import { oneLine } from './one-line.ts';
import { type PlatformName, platformNames, platforms } from './platforms.ts';
import type { DoctorSummary, Finding, PageReport } from './report.ts';
import type { Severity } from './rules/rule.ts';

export interface FormatOptions {
  /** For a terminal, where NO_COLOR is not set. @default false */
  readonly color?: boolean;
  /** Infos too. @default true */
  readonly infos?: boolean;
  /** Those that were asked for. @default all */
  readonly platforms?: readonly PlatformName[];
}

const colors = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** One page in plain lines, or nothing where all is well. */
export function formatPage({ page, findings }: PageReport, options: FormatOptions = {}): string {
  const shown = findings.filter(({ severity }) => severity !== 'info' || (options.infos ?? true));
  if (shown.length === 0) return '';
  return [paint('bold', page, options), ...shown.map((finding) => formatFinding(finding, options)), ''].join(
    '\n',
  );
}

function formatFinding(
  { severity, rule, message, platforms: names, fixable }: Finding,
  options: FormatOptions,
) {
  const start = `  ${paint(colors[severity], severity.padEnd(7), options)}  ${rule.padEnd(19)}`;
  return `${start}  ${oneLine(message)} ${listPlatforms(names, options)}${fixable ? ' (build fixes it)' : ''}`;
}

function listPlatforms(names: readonly PlatformName[], options: FormatOptions): string {
  const asked = options.platforms ?? platformNames;
  const others = asked.filter((name) => !names.includes(name));
  if (others.length === 0) return '[all]';
  const isMost = others.length <= 3 && others.length < names.length;
  const list = (isMost ? others : names).map((name) => platforms[name].label).join(', ');
  return isMost ? `[all but ${list}]` : `[${list}]`;
}

/** The counts, for the end. */
export function formatSummary(summary: DoctorSummary): string {
  const { pages, errors, warnings, infos, fixable } = summary;
  const found = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')].join(', ');
  const fix = fixable > 0 ? ` "cardstock build" fixes ${fixable} of them.` : '';
  return `${count(pages, 'page')}: ${found}.${fix}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function paint(
  style: 'bold' | (typeof colors)[Severity],
  text: string,
  { color = false }: FormatOptions,
): string {
  return color ? styleText(style, text, { validateStream: false }) : text;
}
