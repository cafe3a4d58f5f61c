import { useRef } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';

interface GripProps {
  /** As in `Move tags 2`. */
  readonly label: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
}

/** Moves an entry of a list: dragged by mouse, pen or finger, or with the arrow keys. */
export function Grip({ label, index, count, onMove }: GripProps) {
  const target = useRef<number>(undefined);
  const drag = (event: PointerEvent) => {
    if (!grip(event).hasPointerCapture(event.pointerId)) return;
    target.current = placeAt(grip(event), event.clientY);
    mark(grip(event), index, target.current);
  };
  const drop = (event: PointerEvent) => {
    mark(grip(event));
    const to = target.current;
    target.current = undefined;
    if (event.type === 'pointerup' && to !== undefined && to !== index) onMove(index, to);
  };
  const step = (event: KeyboardEvent) => {
    const to = index + ({ ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0);
    if (to === index) return;
    event.preventDefault();
    if (to < 0 || to >= count) return;
    onMove(index, to);
    entriesAround(grip(event))[to]?.querySelector<HTMLElement>(':scope > .grip')?.focus();
  };
  return (
    <button
      type="button"
      class="grip"
      title={`${label}: drag, or use the arrow keys`}
      aria-label={label}
      onPointerDown={(event) => grip(event).setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyDown={step}
    >
      <Icon name="grip" />
    </button>
  );
}

function grip({ currentTarget }: Event): HTMLElement {
  return currentTarget as HTMLElement;
}

function entriesAround(grip: HTMLElement): HTMLElement[] {
  return Array.from(grip.closest('ol')!.children) as HTMLElement[];
}

/** Whose middle is nearest to it. */
function placeAt(grip: HTMLElement, y: number): number {
  const distances = entriesAround(grip).map((entry) => {
    const { top, bottom } = entry.getBoundingClientRect();
    return Math.abs((top + bottom) / 2 - y);
  });
  return distances.indexOf(Math.min(...distances));
}

/** Shows on which side of which entry it would come to lie. */
function mark(grip: HTMLElement, from?: number, to?: number): void {
  for (const [at, entry] of entriesAround(grip).entries()) {
    const isIt = from !== undefined && at === to && to !== from;
    entry.classList.toggle('is-before', isIt && to < from);
    entry.classList.toggle('is-after', isIt && to > from);
    entry.classList.toggle('is-dragged', at === from);
  }
}
