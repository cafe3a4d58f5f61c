import { css } from '../../../src/template.ts';
import { type Feature, point } from './feature.ts';

/** How large boxes are, and beside what. */
export const places: readonly Feature[] = [
  {
    name: 'table',
    css: css`
      .cells {
        display: table;
        width: 100%;
        padding: 4px;
        border-spacing: 4px;
      }
      .cells > b {
        display: table-cell;
        vertical-align: bottom;
        background: var(--right);
      }
      .cells > b + b {
        background: var(--sky);
      }
      .cells i {
        height: 14px;
        background: var(--sun);
      }
      .cells .tall {
        height: 74px;
      }
    `,
    body: (
      <div class="cells">
        <b>
          <i />
        </b>
        <b>
          <i class="tall" />
        </b>
        <b>
          <i />
        </b>
      </div>
    ),
    without: ['display: table-cell', 'display: block'],
    sights: [point(28, 30), point(28, 76, 'sun'), point(70, 20, 'sun'), point(112, 30, 'sky')],
  },
  {
    name: 'anchor positioning',
    css: css`
      .anchored .post {
        position: absolute;
        inset: 22px 38px auto auto;
        width: 44px;
        height: 20px;
        background: var(--sky);
        anchor-name: --post;
      }
      .anchored .flag {
        position: absolute;
        position-anchor: --post;
        position-area: bottom;
        width: anchor-size(width);
        height: 24px;
        margin-top: 6px;
        background: var(--right);
      }
    `,
    body: (
      <div class="anchored">
        <i class="post" />
        <i class="flag" />
      </div>
    ),
    without: ['anchor-name: --post', ''],
    sights: [point(80, 32, 'sky'), point(61, 52), point(99, 68), point(70, 45, 'paper')],
  },
  {
    name: 'logical properties',
    css: css`
      .logical {
        direction: rtl;
      }
      .logical i {
        position: absolute;
        inset-block: 16px;
        inset-inline-start: 20px;
        inline-size: 60px;
        border-inline-start: 12px solid var(--sun);
        border-start-start-radius: 24px;
        background: var(--right);
      }
    `,
    body: (
      <div class="logical">
        <i />
      </div>
    ),
    without: ['direction: rtl', ''],
    sights: [point(115, 60, 'sun'), point(70, 45), point(118, 18, 'paper'), point(40, 45, 'paper')],
  },
  {
    name: 'aspect-ratio',
    css: css`
      .ratio {
        padding: 9px;
      }
      .ratio i {
        display: inline-block;
        height: 72px;
        aspect-ratio: 3 / 2;
        background: var(--right);
      }
    `,
    body: (
      <div class="ratio">
        <i />
      </div>
    ),
    without: ['aspect-ratio: 3 / 2', ''],
    sights: [point(12, 12), point(114, 78), point(120, 45, 'paper')],
  },
];
