import { css } from '../../../src/template.ts';
import { type Feature, none, point } from './feature.ts';

/** What of a box is seen. */
export const shapes: readonly Feature[] = [
  {
    name: 'mask-image',
    css: css`
      .masked {
        height: 100%;
        background: linear-gradient(var(--right) 60%, var(--sun) 0);
        mask-image: radial-gradient(circle at 50% 50%, #000 38px, transparent 39px);
      }
    `,
    body: <i class="masked" />,
    without: ['mask-image: radial-gradient', 'x: radial-gradient'],
    sights: [point(70, 20), point(70, 70, 'sun'), point(20, 20, 'paper')],
  },
  {
    name: 'mask-composite',
    css: css`
      .ring {
        height: 100%;
        background: var(--right);
        mask:
          radial-gradient(circle, #000 20px, transparent 21px),
          radial-gradient(circle, #000 38px, transparent 39px);
        mask-composite: exclude;
      }
    `,
    body: <i class="ring" />,
    without: ['mask-composite: exclude', ''],
    sights: [point(70, 15), point(100, 45), point(70, 45, 'paper'), point(20, 45, 'paper')],
  },
  {
    name: 'clip-path: path()',
    css: css`
      .heart {
        height: 100%;
        background: var(--right);
        clip-path: path('M70 82 L34 44 A20 20 0 0 1 70 24 A20 20 0 0 1 106 44 Z');
      }
    `,
    body: <i class="heart" />,
    without: ["clip-path: path('M70", "clip-path: path('"],
    sights: [point(70, 45), point(50, 30), point(70, 15, 'paper'), point(40, 70, 'paper')],
  },
  {
    name: 'clip-path: polygon()',
    css: css`
      .arrow {
        height: 100%;
        background: var(--right);
        clip-path: polygon(15% 35%, 55% 35%, 55% 10%, 90% 50%, 55% 90%, 55% 65%, 15% 65%);
      }
    `,
    body: <i class="arrow" />,
    without: ['clip-path: polygon(', 'x: polygon('],
    sights: [point(30, 45), point(110, 45), point(30, 20, 'paper'), point(120, 20, 'paper')],
  },
  {
    name: 'clip-path: shape()',
    css: css`
      .hill {
        height: 100%;
        background: var(--right);
        clip-path: shape(
          from 0% 100%,
          line to 0% 80%,
          curve to 100% 80% with 30% 0% / 70% 0%,
          line to 100% 100%,
          close
        );
      }
    `,
    body: <i class="hill" />,
    without: ['clip-path: shape(', 'x: shape('],
    sights: [point(70, 50), point(70, 10, 'paper'), point(8, 30, 'paper'), none([0, 0, 20, 20], 'right')],
  },
];
