import type { Box } from '../../camera/lint/box.ts';
import type { Receipt } from './receipt.ts';

/** One part of a receipt, as people read it. */
export interface ReceiptSection {
  readonly title: string;
  readonly rows: readonly ReceiptRow[];
}

export interface ReceiptRow {
  readonly label: string;
  readonly text: string;
  /** Where on the card that is. */
  readonly box?: Box | undefined;
}

/** A receipt in words, for a terminal and for a page alike; what there is nothing of is left out. */
export function receiptSections(receipt: Receipt): ReceiptSection[] {
  return sectionsOf(receipt).filter(({ rows }) => rows.length > 0);
}

function sectionsOf(receipt: Receipt): ReceiptSection[] {
  const { props, runs, headlines, clamps, pictures, timings, findings } = receipt;
  return [
    { title: 'Card', rows: cardRows(receipt) },
    { title: 'Props', rows: props.map(({ name, value, from }) => row(name, `${said(value)} (${from})`)) },
    { title: 'Words', rows: runs.map((run) => row(run.selector, runText(run), run.box)) },
    {
      title: 'Headlines',
      rows: headlines.map((text) => row(text.selector, headlineText(text), text.box)),
    },
    {
      title: 'Cut with an ellipsis',
      rows: clamps.map(({ selector, text, box }) => row(selector, said(text), box)),
    },
    {
      title: 'Pictures',
      rows: pictures.map((picture) => row(picture.prop ?? 'template', pictureText(picture))),
    },
    { title: 'Identity', rows: identityRows(receipt) },
    {
      title: 'Times',
      rows: timings.map(({ name, durationMs }) => row(name, `${durationMs.toFixed(1)} ms`)),
    },
    { title: 'To know', rows: findings.map((finding) => row('', finding)) },
  ];
}

function row(label: string, text: string, box?: Box): ReceiptRow {
  return { label, text, ...(box && { box }) };
}

function cardRows({
  template,
  example,
  variant,
  image,
  language,
  cache,
  missingGlyphs,
}: Receipt): ReceiptRow[] {
  const { format, width, height, quality, bytes, budgetBytes, overBudget } = image;
  const { tag, because, script } = language;
  const reason = { given: 'given', script: `guessed from its script, ${script}`, site: "the site's" }[
    because
  ];
  return [
    row('template', example === undefined ? template : `${template}, example "${example}"`),
    row('size', `${width}×${height} (${variant})`),
    row('file', [format, ...(quality === undefined ? [] : [`quality ${quality}`])].join(', ')),
    row('weight', `${kilobytes(bytes)} of ${kilobytes(budgetBytes)}${overBudget ? ': too heavy' : ''}`),
    row('language', `${tag} (${reason})`),
    row('no glyph for', missingGlyphs.join(', ') || 'nothing: every character can be drawn'),
    row('cache', cacheText(cache)),
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

function identityRows({ identity: { key, version, parts } }: Receipt): ReceiptRow[] {
  const { settings } = parts;
  return [
    row('key, ETag', key),
    row('version', version),
    row('engine', parts.engine),
    row('of the version', parts.pinnedEngine),
    row('markup', `${parts.template}, with pictures ${parts.document}`),
    row(
      'settings',
      `${settings.format}, ${settings.size}, chroma ${settings.chroma}, budget ${settings.budgetKilobytes} kB`,
    ),
    ...parts.fonts.map((font) => row('font', font)),
  ];
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
