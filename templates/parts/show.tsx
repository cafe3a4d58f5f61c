import { css } from '../../src/template.ts';
import { Signed, signedCss } from './signed.tsx';
import { Line } from './words.tsx';

export interface ShowProps {
  readonly show?: string | undefined;
  readonly episode?: string | undefined;
  /** A data URL. */
  readonly logo?: string | undefined;
}

/** What something is a part of, and which part of it. */
export function Show({ show, episode, logo }: ShowProps) {
  return (
    <header>
      <Signed logo={logo}>
        <Line name="show" text={show} as="b" />
      </Signed>
      <Line name="episode" text={episode} />
    </header>
  );
}

/** Beside the square cover of something to hear it is a sleeve of its own. */
export const showCss = css`
  ${signedCss}
  header {
    flex: none;
    display: flex;
    justify-content: space-between;
    gap: 1.5rem;
    padding-bottom: 1.25rem;
    border-bottom: 2px solid var(--line);
  }
  header:empty {
    display: none;
  }
  .episode {
    flex: none;
    max-width: 55%;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }
  @media (aspect-ratio: 1/1) {
    .audio header {
      display: flex;
      flex-direction: column;
      justify-content: flex-end;
      gap: 0.25rem;
      padding: 3rem;
      border: 0;
      background: var(--brand);
      color: var(--on-brand);
    }
    .audio .show {
      padding-block: 0;
      font-size: 3rem;
      line-height: calc(1.22 * var(--tall));
      letter-spacing: -0.03em;
      white-space: normal;
      overflow-wrap: anywhere;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 4;
    }
    .audio .episode {
      max-width: 100%;
      color: var(--on-brand-soft);
    }
  }
`;
