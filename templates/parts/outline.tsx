import { css } from '../../src/template.ts';
import { numbersFrom } from './seed.ts';

interface Entry {
  /** Percent of the width there is. */
  readonly length: number;
  readonly isNested: boolean;
}

const entries = 16;

/**
 * The outline of a manual, without its words: one entry is where the reader is. It goes on
 * below the card. The same words look the same on every card.
 */
export function Outline({ words }: { words: string }) {
  const next = numbersFrom(words);
  const here = 1 + Math.floor(next() * 3);
  return (
    <div class="outline" aria-hidden="true">
      {Array.from({ length: entries }, (_, index) => entry(index, next)).map(
        ({ length, isNested }, index) => (
          <i
            class={[isNested && 'nested', index === here && 'here'].filter(Boolean).join(' ')}
            style={{ '--length': `${length}%` }}
          />
        ),
      )}
    </div>
  );
}

export const outlineCss = css`
  .outline {
    overflow: hidden;
    padding: 4.35rem 3.5rem 0;
    background: var(--wash);
  }
  .outline i {
    --tone: color-mix(in srgb, var(--ink) 20%, var(--ground));
    display: flex;
    align-items: center;
    height: 2.5rem;
    border-inline-start: 3px solid var(--line);
    padding-inline-start: 1.5rem;
  }
  .outline i::before {
    content: '';
    width: var(--length);
    height: 0.55rem;
    border-radius: 1rem;
    background: var(--tone);
  }
  .outline .nested {
    padding-inline-start: 3.25rem;
  }
  .outline .here {
    --tone: var(--accent);
    border-color: var(--accent);
  }
`;

/** A chapter every few entries, with what is in it. */
function entry(index: number, next: () => number): Entry {
  const isNested = index % 5 !== 0;
  return { isNested, length: Math.round(isNested ? 45 + next() * 50 : 60 + next() * 30) };
}
