import { effect } from '@preact/signals';
import { readShape, writeShape } from './address.ts';
import { ensureTemplate, shape } from './shape.ts';
import { readView, view, writeView } from './view.ts';

/** Browsers count how often an address changes, and refuse more. */
const quietMs = 250;

let timer: ReturnType<typeof setTimeout> | undefined;
let place = '';

/** The address says what is on the page: it is shared, reloaded and gone back to. */
export function keepAddress(): void {
  readAddress();
  addEventListener('popstate', readAddress);
  addEventListener('pagehide', writeNow);
  effect(() => {
    void [shape.value, view.value];
    clearTimeout(timer);
    timer = setTimeout(writeNow, quietMs);
  });
}

function readAddress(): void {
  clearTimeout(timer);
  const query = new URLSearchParams(location.search);
  view.value = readView(query);
  const found = readShape(query);
  if (found) shape.value = found;
  ensureTemplate();
  place = placeOf();
}

/** Another example or another mode is a step to go back from; another letter is none. */
function writeNow(): void {
  clearTimeout(timer);
  if (shape.value.template === '') return;
  const query = writeShape(shape.value);
  writeView(query);
  const address = `?${query}`;
  if (address === location.search) return;
  if (placeOf() === place) history.replaceState(undefined, '', address);
  else history.pushState(undefined, '', address);
  place = placeOf();
}

function placeOf(): string {
  const { template, example, variant } = shape.value;
  return [template, example, variant, view.value.mode].join('\n');
}
