import { css } from '../../src/template.ts';

/**
 * How large a rem is on each shape of card. The smallest text is 1.6rem: 24 pixels of 1200,
 * which is what can still be read where a card is shown 300 pixels wide.
 */
export const sizes = css`
  html {
    font-size: 16px;
  }
  @media (max-aspect-ratio: 1/1) {
    html {
      font-size: 18px;
    }
  }
`;
