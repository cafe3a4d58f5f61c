import type { Receipt } from '../serve/explain/receipt.ts';
import { type ReceiptRow, receiptSections } from '../serve/explain/receipt-sections.ts';
import { columnsOf, wrap } from '../site/doctor/wrap.ts';

/** Labels longer than that stand above their text. */
const maxLabel = 16;
const indent = '  ';

/** A receipt for people, in lines of so many columns. */
export function receiptTable(receipt: Receipt, columns: number): string {
  return receiptSections(receipt)
    .map(({ title, rows }) => [title, ...layOut(rows, columns)].join('\n'))
    .join('\n\n');
}

function layOut(rows: readonly ReceiptRow[], columns: number): string[] {
  const longest = Math.max(
    ...rows.map(({ label }) => columnsOf(label)).filter((width) => width <= maxLabel),
    0,
  );
  const gap = longest > 0 ? longest + 2 : 0;
  return rows.flatMap(({ label, text }) => {
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
