import { css } from '../../../src/template.ts';
import { type Feature, point } from './feature.ts';

/** Lengths that are counted in other things. */
export const units: readonly Feature[] = [
  {
    name: 'lh and rlh',
    css: css`
      .lines {
        padding: 15px 20px;
        line-height: 20px;
      }
      .lines i {
        height: 1lh;
        background: var(--sky);
      }
      .lines i + i {
        height: 2rlh;
        background: var(--right);
      }
    `,
    body: (
      <div class="lines">
        <i />
        <i />
      </div>
    ),
    without: ['height: 2rlh', 'height: auto'],
    sights: [point(70, 32, 'sky'), point(70, 38), point(70, 72), point(70, 78, 'paper')],
  },
  {
    name: 'cap',
    css: css`
      .capital {
        padding: 0 16px;
        font: 700 66px/88px Inter;
      }
      .capital i {
        display: inline-block;
        width: 40px;
        height: 1cap;
        margin-left: 6px;
        background: var(--right);
      }
    `,
    body: (
      <div class="capital">
        H<i />
      </div>
    ),
    // Inter's capitals are 0.727 em high.
    without: ['height: 1cap', 'height: 1em'],
    sights: [point(25, 24, 'ink'), point(90, 24), point(90, 15, 'paper'), point(90, 64)],
  },
  {
    name: 'cqw and cqh',
    css: css`
      .measure {
        container-type: size;
        width: 120px;
        height: 80px;
        margin: 5px 10px;
        background: color-mix(in srgb, var(--sky) 20%, white);
      }
      .measure i {
        width: 50cqw;
        height: 75cqh;
        background: var(--right);
      }
    `,
    body: (
      <div class="measure">
        <i />
      </div>
    ),
    without: ['container-type: size', ''],
    sights: [point(67, 62), point(73, 40, '#d8e5fd'), point(30, 68, '#d8e5fd')],
  },
];
