import { useEffect, useRef, useState } from 'preact/hooks';
import { revision } from '../state/catalog.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { differenceUrl } from './sheet-api.ts';
import { inTurn } from './in-turn.ts';
import { useInView } from './in-view.ts';
import type { Tile } from './tile.ts';
import {
  faultsOf,
  isChanged,
  isMarked,
  judge,
  draw,
  onlyMarked,
  open,
  stateOf,
  type TileState,
  wantsAll,
} from './tiles.ts';

/** One card of the sheet; a click takes it to the stage. */
export function TileView({ tile }: { tile: Tile }) {
  const [element, isInView] = useInView();
  const state = stateOf(tile).value;
  useLooking(tile, state, isInView);
  const { width, height } = tile.size;
  const isHidden = onlyMarked.value && state.revision !== undefined && !isMarked(state);
  return (
    <li ref={element} class="tile" hidden={isHidden} style={{ '--ratio': `${width / height}` }}>
      <button type="button" class="open" onClick={() => open(tile)}>
        {state.url === undefined ? (
          <span class="blank">{state.problem !== undefined && <Icon name="warn" />}</span>
        ) : (
          <img src={state.url} alt="" />
        )}
        <span class="name">
          <span class="unseen">
            {tile.template}, {tile.example},{' '}
          </span>
          {tile.variant}
        </span>
      </button>
      <Marks tile={tile} state={state} />
    </li>
  );
}

/** For as long as it is wanted, and once for each change of the project. */
function useLooking(tile: Tile, state: TileState, isInView: boolean): void {
  const now = revision.value;
  const seen = useRef(isInView);
  seen.current = isInView;
  const isWanted = (isInView || wantsAll.value) && state.revision !== now;
  useEffect(() => {
    if (!isWanted) return undefined;
    const left = new AbortController();
    const after = (rank: number) => () => rank + (seen.current ? 0 : 2);
    const leaves = [
      inTurn({ rank: after(0), run: () => draw(tile, now) }),
      inTurn({ rank: after(1), run: () => judge(tile, now, left.signal) }),
    ];
    return () => {
      for (const leave of leaves) leave();
      left.abort();
    };
  }, [isWanted, now]);
}

function Marks({ tile, state }: { tile: Tile; state: TileState }) {
  const [isOpen, setOpen] = useState(false);
  const faults = faultsOf(state);
  return (
    <>
      {state.problem !== undefined && <p class="problem">{state.problem}</p>}
      {isChanged(state) && (
        <button type="button" class="mark is-changed" onClick={() => setOpen(true)}>
          {changeOf(state)}
        </button>
      )}
      {state.facts?.accepted?.kind === 'new' && <span class="mark is-new">new</span>}
      {faults.length > 0 && (
        <button
          type="button"
          class="mark"
          title={faults.map(({ rule, message }) => `${rule}: ${message}`).join('\n')}
          onClick={() => open(tile, 'lint')}
        >
          {[...new Set(faults.map(({ rule }) => rule))].join(', ')}
        </button>
      )}
      {isOpen && <Difference tile={tile} state={state} onClose={() => setOpen(false)} />}
    </>
  );
}

function changeOf({ facts }: TileState): string {
  const percent = 100 * (facts?.accepted?.share ?? 0);
  return `changed, ${percent < 0.01 ? '<\u00A00.01' : percent.toFixed(percent < 10 ? 2 : 0)}\u00A0%`;
}

interface DifferenceProps {
  readonly tile: Tile;
  readonly state: TileState;
  readonly onClose: () => void;
}

function Difference({ tile, state, onClose }: DifferenceProps) {
  const { changedPixels, reason } = state.facts?.accepted ?? {};
  return (
    <Dialog title={`${tile.template}, ${tile.example}, ${tile.variant}`} onClose={onClose}>
      <div class="difference">
        <p>
          {changedPixels} pixels: {reason}. Accepted, now, difference:
        </p>
        <img
          src={differenceUrl(tile, revision.value)}
          alt="The accepted picture, the one of now, and what differs between them in red"
        />
        <p class="soft">
          If that is how it should look: <code>cardstock contact-sheet --update</code>
        </p>
      </div>
    </Dialog>
  );
}
