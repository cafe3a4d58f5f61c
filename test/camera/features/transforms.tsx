import { css } from '../../../src/template.ts';
import { type Feature, point } from './feature.ts';

/** Boxes that are moved, turned and cut. */
export const transforms: readonly Feature[] = [
  {
    name: '3D perspective',
    css: css`
      .stage {
        height: 100%;
        padding: 15px 20px;
        perspective: 140px;
      }
      .stage i {
        height: 60px;
        background: linear-gradient(90deg, var(--right) 70%, var(--sun) 0);
        transform: rotateY(50deg);
      }
    `,
    body: (
      <div class="stage">
        <i />
      </div>
    ),
    without: ['perspective: 140px', ''],
    sights: [point(70, 45), point(40, 10), point(98, 45, 'paper'), point(91, 45, 'sun')],
  },
  {
    name: 'translate, rotate, scale',
    css: css`
      .moved {
        width: 30px;
        height: 30px;
        background: var(--right);
        translate: 55px 30px;
        rotate: 45deg;
        scale: 1.5;
      }
    `,
    body: <i class="moved" />,
    without: ['rotate: 45deg', ''],
    sights: [point(70, 45), point(70, 18), point(98, 45), point(50, 25, 'paper'), point(5, 5, 'paper')],
  },
  {
    name: 'offset-path',
    css: css`
      .travelled i {
        position: absolute;
        width: 24px;
        height: 12px;
        background: var(--sun);
        offset-path: path('M20 75 L70 15 L120 75');
        offset-distance: 0%;
      }
      .travelled i + i {
        background: var(--right);
        offset-distance: 50%;
        offset-rotate: 90deg;
      }
    `,
    body: (
      <div class="travelled">
        <i />
        <i />
      </div>
    ),
    without: ['offset-rotate: 90deg', ''],
    sights: [point(70, 25), point(70, 5), point(78, 15, 'paper'), point(20, 75, 'sun'), point(6, 6, 'paper')],
  },
  {
    name: 'border-image',
    css: css`
      .framed {
        height: 70px;
        margin: 10px 20px;
        border: 16px solid var(--wrong);
        border-image: linear-gradient(90deg, var(--sun) 40%, var(--right) 0) 16;
      }
    `,
    body: <i class="framed" />,
    without: ['border-image: linear-gradient', 'x: linear-gradient'],
    sights: [point(28, 45, 'sun'), point(112, 45), point(100, 18), point(70, 45, 'paper')],
  },
  {
    name: 'corner-shape',
    css: css`
      .ticket {
        height: 60px;
        margin: 15px 20px;
        border-radius: 22px;
        corner-shape: notch scoop;
        background: var(--right);
      }
    `,
    body: <i class="ticket" />,
    without: ['corner-shape: notch scoop', ''],
    sights: [point(70, 45), point(36, 31, 'paper'), point(106, 29, 'paper'), point(22, 45)],
  },
  {
    name: 'box-decoration-break',
    css: css`
      .torn {
        padding: 14px 24px;
        font: 700 20px/32px Inter;
      }
      .torn span {
        padding: 3px 8px 3px 4px;
        border-left: 10px solid var(--right);
        background: var(--sun);
        box-decoration-break: clone;
      }
    `,
    body: (
      <div class="torn">
        <span>
          One
          <br />
          Two
        </span>
      </div>
    ),
    without: ['box-decoration-break: clone', ''],
    sights: [point(29, 30), point(29, 62), point(36, 62, 'sun')],
  },
];
