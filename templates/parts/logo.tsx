import { css } from '../../src/template.ts';
import { Picture } from './picture.tsx';
import { initials } from './portrait.tsx';

export interface LogoProps {
  /** Of the product or project; its first letter stands in for the picture. */
  readonly name?: string;
  /** A data URL. */
  readonly picture?: string | undefined;
}

/** A logo in a tile, or the first letter of the name on the brand's colour. */
export function Logo({ name = '', picture }: LogoProps) {
  return (
    <div class="logo">
      {picture ? <Picture source={picture} /> : <span aria-hidden="true">{firstLetter(name)}</span>}
    </div>
  );
}

/** Its height is its `font-size` twice, and a wide one is wider; set that, and other colours, where it stands. */
export const logoCss = css`
  .logo {
    flex: none;
    min-width: 2em;
    height: 2em;
    border-radius: 0.5em;
    overflow: hidden;
    display: grid;
    place-items: center;
    background: var(--brand);
    color: var(--on-brand);
    font-weight: 700;
    letter-spacing: 0;
    line-height: 1;
  }
  .logo img {
    height: 2em;
    min-width: 2em;
    max-width: 8em;
    object-fit: contain;
  }
  .logo .see-through {
    padding: 0.2em;
  }
`;

function firstLetter(name: string): string {
  return Array.from(initials(name))[0] ?? '';
}
