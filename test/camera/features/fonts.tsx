import { css } from '../../../src/template.ts';
import { alike, type Feature, none, point, share } from './feature.ts';

/** What fonts have inside. */
export const fonts: readonly Feature[] = [
  {
    name: 'tabular-nums',
    css: css`
      .figures {
        padding: 9px 12px;
        font: 500 26px/36px Inter;
        font-variant-numeric: tabular-nums;
      }
      .figures i {
        display: inline-block;
        width: 30px;
        height: 24px;
        margin-left: 6px;
        vertical-align: middle;
        background: var(--right);
      }
    `,
    body: (
      <div class="figures">
        <div>
          1111
          <i />
        </div>
        <div>
          8888
          <i />
        </div>
      </div>
    ),
    without: ['font-variant-numeric: tabular-nums', ''],
    sights: [alike([82, 14, 54, 26], [82, 50]), point(100, 27), point(100, 63)],
  },
  {
    name: 'font features',
    css: css`
      .fraction {
        padding: 0 16px;
        font: 500 50px/90px Inter;
        font-feature-settings: 'frac';
      }
    `,
    body: <div class="fraction">15/16</div>,
    without: ["font-feature-settings: 'frac'", ''],
    sights: [none([116, 0, 24, 90], 'ink'), share([16, 20, 96, 50], 'ink', 0.1, 0.6)],
  },
  {
    name: 'font variations',
    css: css`
      .axes {
        font: 400 84px/96px Newsreader;
        text-align: center;
        color: var(--right);
      }
      .axes b {
        font-weight: inherit;
        font-variation-settings: 'wght' 800;
      }
    `,
    body: (
      <div class="axes">
        I<b>I</b>
      </div>
    ),
    without: ["font-variation-settings: 'wght' 800", ''],
    sights: [share([40, 30, 30, 26], 'right', 0.1, 0.3), share([70, 30, 30, 26], 'right', 0.4)],
  },
  {
    name: 'font-palette',
    css: css`
      @font-palette-values --green {
        font-family: 'Two Palettes';
        base-palette: 1;
      }
      .palette {
        font: 400 90px/90px 'Two Palettes';
        text-align: center;
        font-palette: --green;
      }
    `,
    body: <div class="palette">S</div>,
    without: ['base-palette: 1', ''],
    sights: [point(70, 20), point(70, 45, 'sun'), none([0, 0, 140, 90], 'wrong')],
  },
];
