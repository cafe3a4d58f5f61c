import type { ComponentChildren } from 'preact';
import { css } from '../../src/template.ts';
import { Logo, logoCss } from './logo.tsx';

export interface SignedProps {
  /** A data URL. */
  readonly logo?: string | undefined;
  readonly children?: ComponentChildren;
}

/** The name of a site or show behind its logo, or just the one of the two there is. */
export function Signed({ logo, children }: SignedProps) {
  if (!logo) return <>{children}</>;
  return (
    <div class="signed">
      <Logo picture={logo} />
      {children}
    </div>
  );
}

/** No higher than the line it stands in: a logo reaches over it on both sides. */
export const signedCss = css`
  ${logoCss}
  .signed {
    min-width: 0;
    display: flex;
    align-items: center;
    gap: 0.9rem;
  }
  .signed .logo {
    margin-block: -0.5rem;
    font-size: 1.5rem;
  }
  .signed img {
    max-width: 5em;
  }
`;
