import { css } from '../../../src/template.ts';
import { type Feature, none, point, share } from './feature.ts';

/** Where lines are broken and cut. */
export const breaks: readonly Feature[] = [
  {
    name: 'line-clamp',
    css: css`
      .cut {
        padding: 10px 12px;
        font-size: 14px;
        line-height: 20px;
      }
      .cut p {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .cut i {
        height: 24px;
        margin-top: 6px;
        background: var(--right);
      }
    `,
    body: (
      <div class="cut">
        <p>A bar stands below two lines, however many there were.</p>
        <i />
      </div>
    ),
    without: ['-webkit-line-clamp: 2', ''],
    sights: [point(70, 58), point(70, 78), share([12, 12, 116, 36], 'ink', 0.02, 0.4)],
  },
  {
    name: 'text-wrap: balance',
    css: css`
      .balanced {
        padding: 24px 12px;
        font-size: 16px;
        line-height: 21px;
        text-wrap: balance;
      }
    `,
    body: <div class="balanced">These two are equal</div>,
    without: ['text-wrap: balance', ''],
    sights: [none([92, 24, 44, 20], 'ink'), share([46, 46, 40, 20], 'ink', 0.02, 0.4)],
  },
  {
    name: 'text-wrap: pretty',
    css: css`
      .pretty {
        padding: 8px 10px;
        font-size: 14px;
        line-height: 19px;
        text-wrap: pretty;
      }
    `,
    body: <div class="pretty">No line of these may end up with one word alone in it</div>,
    without: ['text-wrap: pretty', ''],
    sights: [share([22, 65, 16, 20], 'ink', 0.02, 0.4)],
  },
  {
    name: 'hyphens',
    css: css`
      .hyphenated {
        width: 96px;
        margin: 10px 22px;
        font-size: 16px;
        line-height: 22px;
        hyphens: auto;
      }
      .hyphenated i {
        height: 22px;
        background: var(--right);
      }
    `,
    body: (
      <div class="hyphenated" lang="en">
        representation
        <i />
      </div>
    ),
    without: ['hyphens: auto', ''],
    sights: [point(70, 68), none([120, 10, 20, 44], 'ink'), share([22, 34, 30, 20], 'ink', 0.05, 0.5)],
  },
  {
    name: 'text-overflow',
    css: css`
      .elided {
        margin: 0 14px;
        font: 700 34px/86px Inter;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
    body: <div class="elided">HHHHHHHH</div>,
    without: ['text-overflow: ellipsis', ''],
    sights: [none([104, 26, 24, 22], 'ink'), share([98, 50, 28, 8], 'ink', 0.1, 0.6)],
  },
  {
    name: 'tab-size',
    css: css`
      .tabbed {
        margin: 9px 12px;
        font: 500 14px/36px 'JetBrains Mono';
        tab-size: 60px;
      }
      .tabbed i {
        display: inline-block;
        width: 40px;
        height: 20px;
        vertical-align: middle;
        background: var(--right);
      }
    `,
    body: (
      <pre class="tabbed">
        a{'\t'}
        <i />
        {'\n'}bcd{'\t'}
        <i />
      </pre>
    ),
    without: ['tab-size: 60px', ''],
    sights: [point(75, 27), point(109, 63), none([50, 9, 20, 72], 'right')],
  },
];
