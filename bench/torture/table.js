/** One table of all figures, beside their bars. */
export function table(rows) {
  const lines = rows.map(({ phase, figure, seen, bar, ok, isSkipped }) => {
    const verdict = isSkipped ? 'skipped' : bar === '' ? '' : ok ? 'met' : 'MISSED';
    return [phase, figure, written(seen), bar, verdict];
  });
  const heads = ['phase', 'figure', 'seen', 'bar', ''];
  const widths = heads.map((_, column) =>
    Math.max(...[heads, ...lines].map((cells) => cells[column].length)),
  );
  const write = (cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return [write(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...lines.map(write)].join('\n');
}

function written(seen) {
  if (typeof seen !== 'number' || !Number.isFinite(seen)) return String(seen);
  return Number.isInteger(seen) || seen >= 1_000 ? seen.toFixed(0) : seen.toFixed(1);
}
