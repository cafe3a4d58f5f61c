/** What a phase hands over: a figure, what was seen, its bar, and whether that was met. */
function row(figure, seen, bar, ok) {
  return { figure, seen, bar, ok };
}

export function atMost(figure, seen, bar) {
  return row(figure, seen, `≤ ${bar}`, seen <= bar);
}

export function atLeast(figure, seen, bar) {
  return row(figure, seen, `≥ ${bar}`, seen >= bar);
}

/** @param found What ought not to be: the first few of them are shown. */
export function none(figure, found) {
  const kinds = [...new Set(found.map(String))].slice(0, 3).join(', ');
  return row(figure, found.length === 0 ? 0 : `${found.length}: ${kinds}`, '= 0', found.length === 0);
}

export function is(figure, seen, bar) {
  return row(figure, seen, String(bar), seen === bar);
}

/** A figure without a bar. */
export function shown(figure, seen) {
  return row(figure, seen, '', true);
}

/** What this machine cannot do. */
export function skipped(figure, reason) {
  return { ...row(figure, `skipped: ${reason}`, '', true), isSkipped: true };
}

/** Speed: on a machine that others use too it says nothing, and no test looks at it. */
export function timed(measured) {
  return { ...measured, isTimed: true };
}
