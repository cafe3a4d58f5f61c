import { columnsOf, wrap } from '../site/doctor/wrap.ts';
import type { Receipt } from '../serve/explain/receipt.ts';

interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

type Row = readonly [label: string, text: string];

/** Labels longer than that stand above their text. */
const maxLabel = 16;
const indent = '  ';

/** A receipt for people, in lines of so many columns. */
export function receiptTable(receipt: Receipt, columns: number): string {
  const sections = sectionsOf(receipt).filter(({ rows }) => rows.length > 0);
  return sections.map(({ title, rows }) => [title, ...layOut(rows, columns)].join('\n')).join('\n\n');
}

function sectionsOf(receipt: Receipt): Section[] {
  return [
    { title: 'Card', rows: cardRows(receipt) },
    {
      title: 'Props',
      rows: receipt.props.map(({ name, value, from }) => [name, `${said(value)} (${from})`]),
    },
    { title: 'Words', rows: receipt.runs.map((run) => [run.selector, runText(run)]) },
    { title: 'Headlines', rows: receipt.headlines.map((text) => [text.selector, headlineText(text)]) },
    {
      title: 'Cut with an ellipsis',
      rows: receipt.clamps.map(({ selector, text }) => [selector, said(text)]),
    },
    {
      title: 'Pictures',
      rows: receipt.pictures.map((picture) => [picture.prop ?? 'template', pictureText(picture)]),
    },
    { title: 'Identity', rows: identityRows(receipt) },
    {
      title: 'Times',
      rows: receipt.timings.map(({ name, durationMs }) => [name, `${durationMs.toFixed(1)} ms`]),
    },
    { title: 'To know', rows: receipt.findings.map((finding) => ['', finding]) },
  ];
}

function cardRows({ template, example, variant, image, language, cache, missingGlyphs }: Receipt): Row[] {
  const { format, width, height, quality, bytes, budgetBytes, overBudget } = image;
  const { tag, because, script } = language;
  const reason = { given: 'given', script: `guessed from its script, ${script}`, site: "the site's" }[
    because
  ];
  return [
    ['template', example === undefined ? template : `${template}, example "${example}"`],
    ['size', `${width}×${height} (${variant})`],
    ['file', [format, ...(quality === undefined ? [] : [`quality ${quality}`])].join(', ')],
    ['weight', `${kilobytes(bytes)} of ${kilobytes(budgetBytes)}${overBudget ? ': too heavy' : ''}`],
    ['language', `${tag} (${reason})`],
    ['no glyph for', missingGlyphs.join(', ') || 'nothing: every character can be drawn'],
    ['cache', cacheText(cache)],
  ];
}

function cacheText({ state, createdAt, isSame }: Receipt['cache']): string {
  if (state === 'none') return 'not there: a request would have it drawn';
  return `in the ${state} since ${createdAt}, ${isSame ? 'the same bytes' : 'other bytes than now'}`;
}

function runText({ text, sizePx, weight, fonts }: Receipt['runs'][number]): string {
  const files = fonts.map(({ file, characters }) =>
    fonts.length > 1 ? `${file} for ${short(characters)}` : file,
  );
  return `${said(short(text))} at ${sizePx} px, weight ${weight}: ${files.join('; ') || 'no font'}`;
}

function headlineText({ largest, smallest, tried, taken, isBroken }: Receipt['headlines'][number]): string {
  const steps = tried.map(({ size, fits }) => `${px(size)} ${fits ? 'fits' : 'too large'}`);
  const broken = isBroken ? ', with words broken' : '';
  return `${px(taken)} taken of ${px(smallest)} to ${px(largest)} px${broken}; tried ${steps.join(', ')}`;
}

function pictureText({ source, bytes, width, height, outcome }: Receipt['pictures'][number]): string {
  const size = width === undefined ? '' : `, ${width}×${height}`;
  return `${source}: ${outcome}${size}${bytes === undefined ? '' : `, ${kilobytes(bytes)}`}`;
}

function identityRows({ identity: { key, version, parts } }: Receipt): Row[] {
  const { settings } = parts;
  return [
    ['key, ETag', key],
    ['version', version],
    ['engine', parts.engine],
    ['of the version', parts.pinnedEngine],
    ['markup', `${parts.template}, with pictures ${parts.document}`],
    [
      'settings',
      `${settings.format}, ${settings.size}, chroma ${settings.chroma}, budget ${settings.budgetKilobytes} kB`,
    ],
    ...parts.fonts.map((font): Row => ['font', font]),
  ];
}

function layOut(rows: readonly Row[], columns: number): string[] {
  const longest = Math.max(
    ...rows.map(([label]) => columnsOf(label)).filter((width) => width <= maxLabel),
    0,
  );
  const gap = longest > 0 ? longest + 2 : 0;
  return rows.flatMap(([label, text]) => {
    const lines = foldedLines(text, columns - indent.length - gap);
    const isLong = columnsOf(label) > longest;
    const head = isLong ? foldedLines(label, columns - indent.length).map((line) => indent + line) : [];
    const body = lines.map((line, at) => {
      const shown = at === 0 && !isLong ? label : '';
      return `${indent}${shown}${' '.repeat(gap - columnsOf(shown))}${line}`;
    });
    return [...head, ...body];
  });
}

/** Words that are longer than a line are folded: a table that is too wide is no table. */
function foldedLines(text: string, columns: number): string[] {
  return wrap(text, columns).flatMap((line) => folded(line, columns));
}

function folded(line: string, columns: number): string[] {
  if (columnsOf(line) <= columns) return [line];
  const lines = [''];
  for (const character of line) {
    if (columnsOf(lines.at(-1)! + character) > columns) lines.push('');
    lines[lines.length - 1] += character;
  }
  return lines;
}

const maxShown = 60;

function short(text: string): string {
  const letters = Array.from(text);
  return letters.length <= maxShown ? text : `${letters.slice(0, maxShown - 1).join('')}…`;
}

function said(value: unknown): string {
  return JSON.stringify(value);
}

function px(size: number): string {
  return String(Math.round(size * 10) / 10);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;
}
