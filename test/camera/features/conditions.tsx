import { css } from '../../../src/template.ts';
import { type Feature, point } from './feature.ts';

/** What is drawn under a condition. */
export const conditions: readonly Feature[] = [
  {
    name: 'container query',
    css: css`
      .container {
        container-type: inline-size;
        width: 60px;
        margin: 15px 40px;
      }
      .container i {
        height: 60px;
        background: var(--wrong);
      }
      @container (width < 80px) {
        .container i {
          border-radius: 50%;
          background: var(--right);
        }
      }
    `,
    body: (
      <div class="container">
        <i />
      </div>
    ),
    without: ['container-type: inline-size', ''],
    sights: [point(70, 45), point(42, 17, 'paper')],
  },
  {
    name: 'if()',
    css: css`
      .choice {
        --kind: leaf;
        height: 60px;
        margin: 15px 40px;
        border-radius: if(style(--kind: leaf): 0 100%; else: 0);
        background: if(
          style(--kind: petal): var(--sun); style(--kind: leaf): var(--right); else: var(--wrong)
        );
      }
    `,
    body: <i class="choice" />,
    without: ['--kind: leaf;', ''],
    sights: [point(70, 45), point(96, 18, 'paper'), point(42, 17)],
  },
  {
    name: 'details',
    css: css`
      .opened {
        padding: 12px;
      }
      .opened summary {
        height: 20px;
        list-style: none;
        background: var(--sun);
      }
      .opened i {
        height: 40px;
        margin-top: 6px;
        background: var(--right);
      }
    `,
    body: (
      <details class="opened" open>
        <summary />
        <i />
      </details>
    ),
    without: ['<details class="opened" open>', '<details class="opened">'],
    sights: [point(70, 22, 'sun'), point(70, 60)],
  },
];
