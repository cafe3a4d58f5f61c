import { css } from '../../src/template.ts';
import { numbersFrom } from './seed.ts';

/** More than any card shows: what is too much fades out at the end. */
const bars = 120;
const playedBars = 13;

/** The sound of an episode as a player draws it; the same `words` always sound the same. */
export function Wave({ words }: { words: string }) {
  return (
    <svg class="wave" viewBox={`0 0 ${bars * 10} 60`} preserveAspectRatio="xMinYMid slice" aria-hidden="true">
      {heights(words).map((height, index) => (
        <rect
          class={index < playedBars ? 'played' : undefined}
          x={index * 10}
          y={30 - height / 2}
          width="6"
          height={height}
          rx="3"
        />
      ))}
    </svg>
  );
}

/** The bar below a film, with its knob. */
export function Track() {
  return (
    <div class="track" aria-hidden="true">
      <i />
    </div>
  );
}

export const timelineCss = css`
  .wave,
  .track {
    --unplayed: color-mix(in srgb, var(--ink) 22%, var(--ground));
  }
  .wave {
    display: block;
    height: 3.25rem;
    fill: var(--unplayed);
    mask: linear-gradient(to right, #000 72%, #0000 100%);
  }
  .wave .played {
    fill: var(--accent);
  }
  .track {
    position: relative;
    height: 0.5rem;
    border-radius: 0.25rem;
    background: var(--unplayed);
  }
  .track i {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    width: 30%;
    border-radius: inherit;
    background: var(--accent);
  }
  .track i::after {
    content: '';
    position: absolute;
    top: -0.5rem;
    inset-inline-end: -0.75rem;
    width: 1.5rem;
    height: 1.5rem;
    border-radius: 50%;
    background: var(--accent);
  }
`;

/** Speech comes in phrases: waves of two lengths, and chance. */
function heights(words: string): number[] {
  const next = numbersFrom(words);
  const phase = next() * 6;
  return Array.from({ length: bars }, (_, index) => {
    const phrase = 0.5 + 0.5 * Math.sin(index * 0.42 + phase) * Math.cos(index * 0.13 + phase * 2);
    return Math.round(8 + 52 * Math.min(1, phrase * (0.45 + 0.75 * next())));
  });
}
