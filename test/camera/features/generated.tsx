import { css } from '../../../src/template.ts';
import { alike, type Feature, none, share } from './feature.ts';

/** Words that no markup has. */
export const generated: readonly Feature[] = [
  {
    name: 'counters',
    css: css`
      .counted {
        padding: 10px 20px;
        font: 700 30px/34px Inter;
        counter-reset: step;
      }
      .counted p {
        counter-increment: step 7;
      }
      .counted p::before {
        content: counter(step, upper-roman);
      }
      .counted b {
        position: absolute;
        left: 80px;
        top: 44px;
      }
    `,
    body: (
      <div class="counted">
        <p />
        <p />
        <b>XIV</b>
      </div>
    ),
    without: ['counter-increment: step 7', ''],
    sights: [alike([16, 44, 56, 34], [76, 44]), share([20, 44, 50, 34], 'ink', 0.1, 0.6)],
  },
  {
    name: '::marker',
    css: css`
      .marked {
        padding: 0 0 0 68px;
        font: 700 30px/86px Inter;
        list-style: disc;
      }
      .marked li::marker {
        content: 'No. ';
        color: var(--right);
      }
    `,
    body: (
      <ul class="marked">
        <li>One</li>
      </ul>
    ),
    without: [".marked li::marker {\n        content: 'No. ';", '.marked li::marker {'],
    sights: [share([6, 20, 60, 46], 'right', 0.1, 0.6), none([70, 20, 66, 46], 'right')],
  },
  {
    name: '::first-letter',
    css: css`
      .first {
        padding: 0 12px;
        font: 700 32px/88px Inter;
      }
      .first::first-letter {
        font-size: 56px;
        color: var(--right);
      }
    `,
    body: <p class="first">Mind</p>,
    without: ['.first::first-letter', '.first::first-word'],
    sights: [
      share([12, 16, 48, 50], 'right', 0.3),
      none([70, 10, 64, 70], 'right'),
      share([66, 30, 64, 40], 'ink', 0.1, 0.6),
    ],
  },
  {
    name: '::before with attr()',
    css: css`
      .named {
        padding: 7px 24px;
        font: 700 30px/38px Inter;
      }
      .named p::before {
        content: attr(data-word) '!';
      }
    `,
    body: (
      <div class="named">
        <p data-word="Hail" />
        <b>Hail!</b>
      </div>
    ),
    without: ["content: attr(data-word) '!'", ''],
    sights: [alike([20, 7, 100, 38], [20, 45]), share([24, 7, 76, 38], 'ink', 0.1, 0.6)],
  },
];
