import { css } from '../../../src/template.ts';
import { type Feature, point, share } from './feature.ts';

/** Words in drawings and formulas. */
export const drawnText: readonly Feature[] = [
  {
    name: 'text on an SVG path',
    css: css`
      .path {
        width: 140px;
        height: 90px;
        font: 700 19px Inter;
        fill: var(--right);
      }
    `,
    body: (
      <svg class="path" viewBox="0 0 140 90">
        <path id="arch" d="M20 80 A50 50 0 0 1 120 80" fill="none" stroke="#f5b83d" stroke-width="4" />
        <text dy="-7">
          <textPath href="#arch" startOffset="50%" text-anchor="middle">
            Round an arch
          </textPath>
        </text>
      </svg>
    ),
    without: ['href="#arch"', ''],
    sights: [
      share([40, 4, 60, 26], 'right', 0.05, 0.6),
      share([4, 34, 26, 40], 'right', 0.05, 0.5),
      point(70, 30, 'sun'),
    ],
  },
  {
    name: 'MathML',
    css: css`
      .maths {
        padding-top: 4px;
        font-size: 30px;
        text-align: center;
      }
      .maths math {
        font-family: Inter;
      }
      .maths mfrac {
        color: var(--right);
      }
      .maths mn {
        color: var(--ink);
      }
    `,
    body: (
      <div class="maths">
        <math display="block">
          <mfrac linethickness="6px">
            <mn>355</mn>
            <mn>113</mn>
          </mfrac>
        </math>
      </div>
    ),
    without: ['<mfrac', '<mrow'],
    sights: [
      share([45, 30, 50, 30], 'right', 0.15, 0.3),
      share([45, 4, 50, 32], 'ink', 0.05, 0.5),
      share([45, 52, 50, 34], 'ink', 0.05, 0.5),
    ],
  },
];
