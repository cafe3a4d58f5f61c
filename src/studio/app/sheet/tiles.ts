import { computed, type Signal, signal } from '@preact/signals';
import type { SheetFacts } from '../../protocol.ts';
import { chooseExample, change } from '../state/shape.ts';
import { revision, templates } from '../state/catalog.ts';
import { failureOf } from '../state/picture.ts';
import { look, view } from '../state/view.ts';
import { sheetFacts, tileUrl } from './sheet-api.ts';
import type { Tile } from './tile.ts';

/** What is known of it so far; of an older revision until the new one is looked at. */
export interface TileState {
  readonly revision?: string;
  readonly url?: string;
  readonly facts?: SheetFacts;
  readonly problem?: string;
}

const states = new Map<string, Signal<TileState>>();

export function stateOf({ template, example, variant }: Tile): Signal<TileState> {
  const key = JSON.stringify([template, example, variant]);
  const known = states.get(key);
  if (known) return known;
  const state = signal<TileState>({});
  states.set(key, state);
  return state;
}

/** Only those of a template, or of a size. */
export const onlyTemplate = signal('');
export const onlyVariant = signal('');
/** Without those that nothing is to be said of. */
export const onlyMarked = signal(false);
/** Out of sight, too. */
export const wantsAll = computed(() => onlyMarked.value);

export const tiles = computed<readonly Tile[]>(() =>
  templates.value
    .filter(({ name }) => onlyTemplate.value === '' || name === onlyTemplate.value)
    .flatMap(({ name, examples, variants }) =>
      Object.keys(examples).flatMap((example) =>
        Object.entries(variants)
          .filter(([variant]) => onlyVariant.value === '' || variant === onlyVariant.value)
          .map(([variant, size]) => ({ template: name, example, variant, size })),
      ),
    ),
);

export interface Marks {
  readonly changed: number;
  readonly faults: number;
  readonly failed: number;
  readonly looked: number;
}

/** What has been found in what is chosen. */
export const marks = computed<Marks>(() => {
  const found = tiles.value.map((tile) => stateOf(tile).value);
  const count = (is: (state: TileState) => boolean) => found.filter(is).length;
  return {
    changed: count(isChanged),
    faults: count((state) => faultsOf(state).length > 0),
    failed: count(({ problem }) => problem !== undefined),
    looked: count((state) => state.revision === revision.value),
  };
});

export function isChanged({ facts }: TileState): boolean {
  return facts?.accepted?.kind === 'changed';
}

/** Without what is no fault. */
export function faultsOf({ facts }: TileState) {
  return facts?.findings.filter(({ severity }) => severity !== 'info') ?? [];
}

export function isMarked(state: TileState): boolean {
  const { accepted } = state.facts ?? {};
  const isOther = accepted !== undefined && accepted.kind !== 'same';
  return state.problem !== undefined || isOther || faultsOf(state).length > 0;
}

/** Its picture, which stays until the next one is there. Why there is none, the facts tell. */
export async function draw(tile: Tile, ofRevision: string): Promise<void> {
  const state = stateOf(tile);
  const image = new Image();
  image.src = tileUrl(tile, ofRevision);
  await image.decode().catch(() => undefined);
  if (image.naturalWidth > 0) state.value = { ...state.value, url: image.src };
}

/** What is to be said of it. */
export async function judge(tile: Tile, ofRevision: string, left: AbortSignal): Promise<void> {
  const state = stateOf(tile);
  try {
    const facts = await sheetFacts(tile, left);
    const { url } = state.value;
    state.value = { revision: ofRevision, facts, ...(url !== undefined && { url }) };
  } catch (error) {
    if (left.aborted) return;
    state.value = { revision: ofRevision, problem: failureOf(error).message };
  }
}

/** To the stage, where it can be shaped. */
export function open({ template, example, variant }: Tile, tab = view.peek().tab): void {
  chooseExample(template, example);
  change({ variant });
  look({ mode: 'card', tab });
}

export function toggleSheet(): void {
  look({ mode: view.peek().mode === 'sheet' ? 'card' : 'sheet' });
}
