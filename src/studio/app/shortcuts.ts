import { signal } from '@preact/signals';
import { searchId } from './sidebar/templates.tsx';
import { toggleDark } from './stage/dark.ts';
import { toggleSheet } from './sheet/tiles.ts';
import { chooseVariant } from './stage/toolbar.tsx';
import { shown, stepFrom } from './stage/zoom.ts';
import { writeTexts } from './net/api.ts';
import { catalog, templates } from './state/catalog.ts';
import { copy } from './state/notice.ts';
import { card, chooseExample, chooseTemplate, shape, template } from './state/shape.ts';
import { look, room, view } from './state/view.ts';

export const isHelpOpen = signal(false);

interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
  readonly run: (key: string) => void;
  /** Also where no single card is shown. */
  readonly isForSheet?: boolean;
}

/** Single keys count where nothing is being typed. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['/'], does: 'find a template', run: search, isForSheet: true },
  {
    keys: ['ArrowLeft', 'ArrowRight'],
    does: 'the example before and after',
    run: (key) => stepExample(key === 'ArrowLeft' ? -1 : 1),
  },
  {
    keys: ['ArrowUp', 'ArrowDown'],
    does: 'the template before and after',
    run: (key) => stepTemplate(key === 'ArrowUp' ? -1 : 1),
  },
  { keys: ['1', '2', '3', '4', '5'], does: 'sizes', run: (key) => nthVariant(Number(key)) },
  { keys: ['d'], does: 'light or dark card', run: toggleDark },
  { keys: ['s'], does: 'safe area', run: () => look({ showsSafeArea: !view.peek().showsSafeArea }) },
  { keys: ['g'], does: 'grid', run: () => look({ showsGrid: !view.peek().showsGrid }) },
  { keys: ['t'], does: 'as small as in a list', run: () => look({ isSmall: !view.peek().isSmall }) },
  {
    keys: ['b'],
    does: 'before and after the last edit',
    run: () => look({ showsBefore: !view.peek().showsBefore }),
  },
  {
    keys: ['x'],
    does: 'stress it',
    run: () => look({ mode: view.peek().mode === 'card' ? 'stress' : 'card' }),
  },
  { keys: ['a'], does: 'all cards on a sheet, and back', run: toggleSheet, isForSheet: true },
  {
    keys: ['+', '-'],
    does: 'larger and smaller',
    run: (key) => look({ zoom: stepFrom(shown.scale, key === '+' ? 1 : -1), isSmall: false }),
  },
  { keys: ['0'], does: 'as large as there is room', run: () => look({ zoom: undefined, isSmall: false }) },
  {
    keys: ['?'],
    does: 'this list',
    run: () => (isHelpOpen.value = !isHelpOpen.peek()),
    isForSheet: true,
  },
];

export function listenForKeys(): void {
  addEventListener('keydown', (event) => {
    if (isTyping(event) || isHelpOpen.peek()) return;
    if ((event.metaKey || event.ctrlKey) && event.key === 'c') return void copyUrl();
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const shortcut = shortcuts.find(({ keys }) => keys.includes(event.key));
    if (view.peek().mode === 'sheet' && !shortcut?.isForSheet) return;
    if (!shortcut || (event.key.startsWith('Arrow') && isMovedByArrows(event))) return;
    event.preventDefault();
    shortcut.run(event.key);
  });
}

const typed = 'input:not([type=radio], [type=checkbox], [type=range]), textarea, select, dialog';

/** Into a field, or into the editor, which is in a shadow of its own. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && (target.closest(typed) !== null || target.shadowRoot !== null);
}

/** Tabs, radio buttons and sliders have a use for them. */
function isMovedByArrows({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[role=tablist], [role=tabpanel], .grip, input, pre') !== null
  );
}

function search(): void {
  if (room.peek() === 'narrow') look({ tab: 'templates' });
  requestAnimationFrame(() => document.getElementById(searchId)?.focus());
}

function stepExample(step: 1 | -1): void {
  const names = Object.keys(template.peek()?.examples ?? {});
  const at = names.indexOf(shape.peek().example ?? '');
  const next = names[(at + step + names.length) % names.length];
  if (next !== undefined) chooseExample(shape.peek().template, next);
}

function stepTemplate(step: 1 | -1): void {
  const names = templates.peek().map(({ name }) => name);
  const next = names[names.indexOf(shape.peek().template) + step];
  if (next !== undefined) chooseTemplate(next);
}

function nthVariant(number: number): void {
  const name = Object.keys(template.peek()?.variants ?? {})[number - 1];
  if (name !== undefined) chooseVariant(name);
}

/** With nothing selected a copy means the card: where it will be, or where it is now. */
async function copyUrl(): Promise<void> {
  const asked = card.peek();
  if (!asked || String(getSelection()) !== '') return;
  const { urls, here } = await writeTexts(asked);
  const isPublished = catalog.peek()?.siteUrl !== undefined;
  const local = 'text' in here ? { text: `${location.origin}${here.text}` } : here;
  const url = isPublished ? urls.sealed : local;
  if ('text' in url) await copy(url.text, 'URL');
}
