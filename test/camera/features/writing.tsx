import { css } from '../../../src/template.ts';
import { type Feature, none, point, share } from './feature.ts';

/** Which way words run. */
export const writing: readonly Feature[] = [
  {
    name: 'writing-mode',
    css: css`
      .upright {
        width: 120px;
        height: 90px;
        margin: 0 10px;
        writing-mode: vertical-rl;
        font: 500 22px/36px Inter;
        text-align: center;
      }
      .upright p {
        background: var(--sun);
      }
      .upright p:first-child {
        color: white;
        background: var(--right);
      }
    `,
    body: (
      <div class="upright" lang="ja">
        <p>縦組み</p>
        <p>の行</p>
      </div>
    ),
    without: ['writing-mode: vertical-rl', ''],
    sights: [
      point(97, 45),
      point(127, 45),
      point(62, 45, 'sun'),
      share([100, 15, 24, 60], 'paper', 0.05, 0.5),
    ],
  },
  {
    name: 'text-orientation',
    css: css`
      .standing {
        width: 90px;
        height: 90px;
        margin: 0 25px;
        writing-mode: vertical-lr;
        text-orientation: upright;
        font: 700 70px/90px Inter;
        text-align: center;
        color: var(--right);
      }
    `,
    body: <div class="standing">I</div>,
    without: ['text-orientation: upright', ''],
    sights: [point(70, 30), point(70, 60), none([20, 10, 38, 70], 'right')],
  },
  {
    name: 'ruby',
    css: css`
      .ruby {
        padding-top: 16px;
        font: 500 32px/50px Inter;
        text-align: center;
      }
      .ruby ruby {
        ruby-position: under;
      }
      .ruby rt {
        font-size: 14px;
        color: var(--right);
      }
    `,
    body: (
      <div class="ruby" lang="ja">
        <ruby>
          東京<rt>とうきょう</rt>
        </ruby>
      </div>
    ),
    without: ['ruby-position: under', ''],
    sights: [share([30, 58, 80, 30], 'right', 0.01, 0.4), none([30, 0, 80, 40], 'right')],
  },
  {
    name: 'dir=auto',
    css: css`
      .auto {
        padding: 0 10px;
        font: 700 28px/88px Inter;
        color: var(--right);
      }
    `,
    body: (
      <p class="auto" dir="auto">
        שלום
      </p>
    ),
    without: ['dir="auto"', ''],
    sights: [share([80, 20, 50, 50], 'right', 0.1, 0.6), none([0, 0, 50, 90], 'right')],
  },
  {
    name: 'unicode-bidi',
    css: css`
      .overridden {
        font: 700 44px/90px Inter;
        text-align: center;
        direction: rtl;
        unicode-bidi: bidi-override;
      }
      .overridden span {
        color: var(--right);
      }
    `,
    body: (
      <div class="overridden">
        AB<span>CD</span>
      </div>
    ),
    without: ['unicode-bidi: bidi-override', ''],
    sights: [
      share([10, 20, 55, 50], 'right', 0.1, 0.6),
      share([75, 20, 55, 50], 'ink', 0.1, 0.6),
      none([75, 20, 60, 50], 'right'),
    ],
  },
];
