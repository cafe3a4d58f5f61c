import { css } from '../../../src/template.ts';
import { type Feature, point } from './feature.ts';

/** Boxes side by side. */
export const columns: readonly Feature[] = [
  {
    name: 'multi-column',
    css: css`
      .columns {
        padding: 8px;
        columns: 3;
        column-gap: 14px;
        column-rule: 2px solid var(--ink);
      }
      .columns i {
        height: 74px;
      }
    `,
    body: (
      <div class="columns">
        <i class="sky" />
        <i class="sun" />
        <i class="right" />
      </div>
    ),
    without: ['columns: 3', ''],
    sights: [point(24, 40, 'sky'), point(70, 40, 'sun'), point(115, 40), point(47, 40, 'ink')],
  },
  {
    name: 'column-span',
    css: css`
      .span {
        padding: 8px;
        columns: 2;
        column-gap: 8px;
      }
      .span i {
        height: 20px;
        break-inside: avoid;
      }
      .span b {
        column-span: all;
        display: block;
        height: 22px;
        margin: 6px 0;
        background: var(--right);
      }
    `,
    body: (
      <div class="span">
        <i class="sky" />
        <i class="sun" />
        <b />
        <i class="sun" />
        <i class="sky" />
      </div>
    ),
    without: ['column-span: all', ''],
    sights: [point(70, 45), point(30, 18, 'sky'), point(110, 18, 'sun'), point(70, 18, 'paper')],
  },
];
