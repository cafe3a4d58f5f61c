import { css } from '../../../src/template.ts';
import { type Feature, none, point, share } from './feature.ts';

/** What is drawn about letters. */
export const letters: readonly Feature[] = [
  {
    name: 'text-stroke',
    css: css`
      .stroked {
        font: 700 84px/90px Inter;
        text-align: center;
        color: var(--sun);
        paint-order: stroke;
        -webkit-text-stroke: 8px var(--right);
      }
    `,
    body: <div class="stroked">H</div>,
    without: ['-webkit-text-stroke: 8px var(--right)', ''],
    sights: [share([30, 10, 80, 70], 'right', 0.1, 0.4), share([30, 10, 80, 70], 'sun', 0.1, 0.5)],
  },
  {
    name: 'text-shadow',
    css: css`
      .shaded {
        padding-left: 20px;
        font: 700 84px/90px Inter;
        text-shadow:
          24px 0 0 var(--sun),
          48px 0 0 var(--right);
      }
    `,
    body: <div class="shaded">I</div>,
    without: ['48px 0 0 var(--right)', '0 0 0 var(--right)'],
    sights: [point(31, 45, 'ink'), point(55, 45, 'sun'), point(79, 45)],
  },
  {
    name: 'initial-letter',
    css: css`
      .initial {
        padding: 7px 10px;
        font-size: 13px;
        line-height: 19px;
      }
      .initial::first-letter {
        margin-right: 8px;
        font-weight: 700;
        color: var(--right);
        initial-letter: 3;
      }
    `,
    body: <p class="initial">Many a book begins with a letter.</p>,
    without: ['initial-letter: 3', ''],
    sights: [share([12, 10, 44, 50], 'right', 0.25), share([70, 10, 60, 70], 'ink', 0.02, 0.4)],
  },
  {
    name: 'text-emphasis',
    css: css`
      .emphasis {
        padding: 12px 0;
        font: 500 30px/60px Inter;
        text-align: center;
        text-emphasis: filled dot var(--right);
      }
    `,
    body: <div class="emphasis">mind</div>,
    without: ['text-emphasis: filled dot var(--right)', ''],
    sights: [share([30, 8, 80, 26], 'right', 0.01, 0.2), none([30, 44, 80, 40], 'right')],
  },
  {
    name: 'text-decoration-skip-ink',
    css: css`
      .unskipped {
        font: 500 40px/76px Inter;
        text-align: center;
        text-decoration: underline 6px var(--right);
        text-decoration-skip-ink: none;
      }
    `,
    body: <div class="unskipped">gypsy</div>,
    without: ['text-decoration-skip-ink: none', ''],
    sights: [share([24, 46, 92, 20], 'right', 0.2)],
  },
  {
    name: 'underline offset',
    css: css`
      .underlined {
        font: 700 40px/60px Inter;
        text-align: center;
        text-decoration: underline wavy var(--wrong);
        text-decoration: underline var(--right);
        text-decoration-thickness: 12px;
        text-underline-offset: 16px;
      }
    `,
    body: <div class="underlined">Anna</div>,
    without: ['text-underline-offset: 16px', ''],
    sights: [point(70, 66), point(70, 54, 'paper'), point(50, 70)],
  },
];
