import { css } from '../../src/template.ts';
import { Logo, logoCss } from './logo.tsx';
import { Portrait, portraitCss, type PortraitProps } from './portrait.tsx';
import { byShape } from './shapes.ts';

/** A panel of the brand's colour at the edge of the card, and a large portrait on its border. */
export function Panel({ logo, ...portrait }: PortraitProps & { readonly logo?: string | undefined }) {
  return (
    <>
      {logo && <Logo picture={logo} />}
      <Portrait {...portrait} />
    </>
  );
}

/** `--panel` is how broad it is, `--face` how large the portrait. */
export const panelCss = css`
  ${portraitCss}
  ${logoCss}
  ${byShape({
    panel: { wide: '17rem', upright: '14rem', tall: '22rem' },
    face: { wide: '24rem', upright: '20rem', tall: '29rem' },
    initials: { wide: '8.5rem', tall: '10.5rem' },
  })}
  main {
    position: relative;
    padding-block: 4rem;
    padding-inline: calc(var(--panel) + var(--face) / 2 + 4rem) 4.5rem;
  }
  main::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    width: var(--panel);
    background: var(--brand);
  }
  .portrait {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--panel) - var(--face) / 2);
    margin-block: auto;
    box-sizing: content-box;
    width: var(--face);
    height: var(--face);
    border: 0.75rem solid var(--ground);
    margin-inline-start: -0.75rem;
    background: color-mix(in srgb, var(--brand) 14%, var(--ground));
    color: var(--accent);
    font-size: var(--initials);
    letter-spacing: -0.04em;
  }
  .organisation .portrait {
    border-radius: 4.5rem;
  }
  .organisation .see-through {
    padding: 14%;
    object-fit: contain;
  }
  .logo {
    position: absolute;
    inset-block-start: 2.25rem;
    inset-inline-start: 2.25rem;
    font-size: 1.6rem;
  }
  @media (max-aspect-ratio: 1/1) {
    main {
      padding: calc(var(--panel) + var(--face) / 2 + 2rem) 4rem 3.75rem;
    }
    main::before {
      inset: 0 0 auto;
      width: auto;
      height: var(--panel);
    }
    .portrait {
      inset-block: calc(var(--panel) - var(--face) / 2 - 0.75rem) auto;
      inset-inline: 4rem auto;
    }
    .logo {
      inset-inline: auto 4rem;
    }
  }
`;
