import type { ComponentChildren } from 'preact';
import { css } from '../../src/template.ts';
import { Logo, logoCss } from './logo.tsx';
import { Line } from './words.tsx';

export interface MastheadProps {
  /** Of the product or project. */
  readonly name: string;
  /** A data URL; without one the first letter of the name stands in. */
  readonly logo?: string | undefined;
  readonly children?: ComponentChildren;
}

/** A logo with its name, and what belongs beside them. */
export function Masthead({ name, logo, children }: MastheadProps) {
  return (
    <header class="masthead">
      <Logo name={name} picture={logo} />
      <Line name="name" text={name} as="b" />
      {children}
    </header>
  );
}

export const mastheadCss = css`
  ${logoCss}
  .masthead {
    flex: none;
    display: flex;
    align-items: center;
    gap: 1.1rem;
    line-height: calc(1.25 * var(--tall));
    white-space: nowrap;
  }
`;
