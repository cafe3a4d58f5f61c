import { computed, signal } from '@preact/signals';
import type { Box } from '../../../camera/lint/box.ts';

/** One card, one under stress, or all of them. */
const modes = ['card', 'stress', 'sheet'] as const;

/** How the card is looked at; none of it changes the card. */
export interface View {
  /** Of the card's own pixels; as large as there is room where it is nothing. */
  readonly zoom?: number | undefined;
  readonly showsSafeArea: boolean;
  readonly showsGrid: boolean;
  /** As wide as a card in a list of messages. */
  readonly isSmall: boolean;
  readonly ground: 'checks' | 'light' | 'dark';
  /** The variant or the example that stands beside it. */
  readonly beside?: { readonly variant?: string; readonly example?: string } | undefined;
  readonly mode: (typeof modes)[number];
  readonly showsBefore: boolean;
  readonly tab: string;
}

const initial: View = {
  showsSafeArea: false,
  showsGrid: false,
  isSmall: false,
  ground: 'checks',
  mode: 'card',
  showsBefore: false,
  tab: 'platforms',
};

export const view = signal<View>(initial);

export function look(part: Partial<View>): void {
  view.value = { ...view.value, ...part };
}

export const smallWidthPx = 300;
export const zoomSteps = [0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** What is pointed at in a panel, in pixels of the card. */
export const pointedAt = signal<Box | undefined>(undefined);

/** What the width of the window leaves room for. */
const narrow = matchMedia('(max-width: 719px)');
const medium = matchMedia('(max-width: 1179px)');
const widths = signal(0);
for (const query of [narrow, medium]) query.addEventListener('change', () => (widths.value += 1));
export const room = computed<'narrow' | 'medium' | 'wide'>(() => {
  void widths.value;
  return narrow.matches ? 'narrow' : medium.matches ? 'medium' : 'wide';
});

export function writeView(query: URLSearchParams): void {
  const { zoom, showsSafeArea, showsGrid, isSmall, ground, beside, mode, tab } = view.value;
  const shows = [showsSafeArea && 'safe', showsGrid && 'grid', isSmall && 'small'].filter(Boolean);
  if (zoom !== undefined) query.set('zoom', String(zoom));
  if (shows.length > 0) query.set('show', shows.join(' '));
  if (ground !== initial.ground) query.set('ground', ground);
  if (beside) query.set('beside', JSON.stringify(beside));
  if (mode !== initial.mode) query.set('mode', mode);
  if (tab !== initial.tab) query.set('tab', tab);
}

export function readView(query: URLSearchParams): View {
  const shows = (query.get('show') ?? '').split(' ');
  const zoom = Number(query.get('zoom'));
  const ground = query.get('ground');
  return {
    ...initial,
    zoom: zoom >= 0.25 && zoom <= 4 ? zoom : undefined,
    showsSafeArea: shows.includes('safe'),
    showsGrid: shows.includes('grid'),
    isSmall: shows.includes('small'),
    ground: ground === 'light' || ground === 'dark' ? ground : initial.ground,
    beside: readBeside(query.get('beside')),
    mode: modes.find((mode) => mode === query.get('mode')) ?? initial.mode,
    tab: query.get('tab') ?? initial.tab,
  };
}

function readBeside(text: string | null): View['beside'] {
  try {
    const { variant, example } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    if (typeof variant === 'string') return { variant };
    if (typeof example === 'string') return { example };
  } catch {
    // somebody has cut the address
  }
  return undefined;
}
