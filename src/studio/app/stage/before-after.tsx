import { useState } from 'preact/hooks';
import type { Picture } from '../state/picture.ts';
import { CardImage } from './card-image.tsx';

interface BeforeAfterProps {
  readonly before: Picture;
  readonly after: Picture;
  readonly width: number;
  readonly height: number;
}

/** A card before and after its template was edited, one over the other, with a slider between. */
export function BeforeAfter({ before, after, width, height }: BeforeAfterProps) {
  const [percent, setPercent] = useState(50);
  return (
    <div class="before-after">
      <CardImage picture={after} width={width} height={height} />
      <div class="is-before" style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}>
        <CardImage picture={before} width={width} height={height} />
      </div>
      <span class="edge" style={{ left: `${percent}%` }} aria-hidden="true" />
      <span class="mark is-left" aria-hidden="true">
        before
      </span>
      <span class="mark is-right" aria-hidden="true">
        after
      </span>
      <input
        type="range"
        min={0}
        max={100}
        value={percent}
        aria-label="How much of it is shown as it was before"
        onInput={({ currentTarget }) => setPercent(currentTarget.valueAsNumber)}
      />
    </div>
  );
}
