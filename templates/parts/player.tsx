import { css } from '../../src/template.ts';
import { timelineCss, Track, Wave } from './timeline.tsx';
import { Line } from './words.tsx';

export interface PlayerProps {
  /** Decides how the wave is drawn. */
  readonly words: string;
  readonly kind: 'audio' | 'video';
  readonly guest?: string | undefined;
  readonly duration?: string | undefined;
}

/** Who is in it, how far it has got, and how long it is; beside each other where the card is not wide. */
export function Player({ words, kind, guest, duration }: PlayerProps) {
  return (
    <footer class="player">
      <Line name="guest" text={guest} as="b" />
      <div class="timeline">
        {kind === 'video' ? <Track /> : <Wave words={words} />}
        <Line name="duration" text={duration} />
      </div>
    </footer>
  );
}

export const playerCss = css`
  ${timelineCss}
  .player {
    flex: none;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .timeline {
    min-width: 0;
    min-height: 3.25rem;
    display: flex;
    align-items: center;
    gap: 1.75rem;
  }
  .wave,
  .track {
    flex: 1 1 0;
    min-width: 0;
  }
  .duration {
    flex: none;
    max-width: 55%;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }
  @media (max-aspect-ratio: 1/1) {
    .player {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 2rem;
    }
    .guest {
      max-width: 100%;
    }
    .timeline {
      flex: 1 1 45%;
    }
    .wave {
      height: 4rem;
    }
  }
`;
