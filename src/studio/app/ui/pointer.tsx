import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Box } from '../../../camera/lint/box.ts';
import { pointedAt } from '../state/view.ts';

interface PointerProps {
  /** In pixels of the card. */
  readonly box: Box | undefined;
  readonly children: ComponentChildren;
}

/** Words about a place on the card, which is outlined while they are pointed at. */
export function Pointer({ box, children }: PointerProps) {
  const point = () => (pointedAt.value = box);
  const leave = () => (pointedAt.value = undefined);
  useEffect(() => () => void leave(), []);
  return (
    <button
      type="button"
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
      onClick={point}
    >
      {children}
    </button>
  );
}
