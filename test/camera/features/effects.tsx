import { css } from '../../../src/template.ts';
import { type Feature, point, share } from './feature.ts';

/** What becomes of colours that are already there. */
export const effects: readonly Feature[] = [
  {
    name: 'backdrop-filter',
    css: css`
      .behind {
        height: 100%;
        background: linear-gradient(90deg, #ed5f95 50%, #ffffff 0);
      }
      .behind i {
        position: absolute;
        inset: 15px 40px;
        border-radius: 30px;
        backdrop-filter: invert(1);
      }
    `,
    body: (
      <div class="behind">
        <i />
      </div>
    ),
    without: ['backdrop-filter: invert(1)', ''],
    sights: [point(60, 45), point(85, 45, '#000000'), point(20, 45, '#ed5f95'), point(42, 17, '#ed5f95')],
  },
  {
    name: 'filter chain',
    css: css`
      .chain {
        width: 70px;
        height: 50px;
        margin: 10px 20px;
        border-radius: 8px;
        background: #ed5f95;
        filter: invert(1) drop-shadow(24px 20px 0 var(--sun));
      }
    `,
    body: <i class="chain" />,
    without: ['invert(1) drop-shadow', 'drop-shadow'],
    sights: [point(50, 30), point(105, 70, 'sun')],
  },
  {
    name: 'mix-blend-mode',
    css: css`
      .blend i {
        position: absolute;
        inset: 11px auto auto 16px;
        width: 68px;
        height: 68px;
        border-radius: 50%;
        background: #12ffff;
      }
      .blend i + i {
        left: 56px;
        background: #ffa06a;
        mix-blend-mode: multiply;
      }
    `,
    body: (
      <div class="blend">
        <i />
        <i />
      </div>
    ),
    without: ['mix-blend-mode: multiply', ''],
    sights: [point(70, 45), point(30, 45, '#12ffff'), point(110, 45, '#ffa06a')],
  },
  {
    name: 'background-clip: text',
    css: css`
      .filled {
        height: 100%;
        font: 700 76px/90px Inter;
        text-align: center;
        color: transparent;
        background: linear-gradient(90deg, var(--sun) 50%, var(--right) 0) text;
      }
    `,
    body: <div class="filled">HH</div>,
    without: ['var(--right) 0) text', 'var(--right) 0)'],
    sights: [
      share([10, 20, 60, 50], 'sun', 0.3, 0.7),
      share([70, 20, 60, 50], 'right', 0.3, 0.7),
      point(8, 8, 'paper'),
    ],
  },
];
