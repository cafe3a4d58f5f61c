import { css } from '../../src/template.ts';
import { headlineCss } from './headline.tsx';
import { byShape } from './shapes.ts';
import { wordsCss } from './words.tsx';

/**
 * What every design stands in. A rem is 16 pixels, and 18 where a card is not wide; the smallest
 * text is 1.6rem, 24 pixels of 1200, which can still be read where a card is shown 300 wide.
 *
 * - `--top`: the margin above and below; `--flow`: a picture stands beside the words or above them
 * - `.column`: words beside a picture; `.middle`: what stands in the middle of the room there is
 */
export const frameCss = css`
  ${byShape(
    {
      rem: { wide: '16px', upright: '18px' },
      top: { wide: '4rem', widest: '3.5rem', upright: '4rem' },
      flow: { wide: 'row', upright: 'column' },
    },
    'html',
  )}
  html {
    font-size: var(--rem);
  }
  main {
    height: 100%;
    display: flex;
    flex-direction: column;
    background: var(--ground);
    color: var(--ink);
    font-weight: 500;
    font-size: 1.75rem;
  }
  .column,
  .middle {
    flex: 1 1 0;
    min-width: 0;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .middle {
    justify-content: center;
  }
  ${wordsCss}
  ${headlineCss}
`;
