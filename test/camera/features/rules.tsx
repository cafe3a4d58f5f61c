import { css } from '../../../src/template.ts';
import { type Feature, point } from './feature.ts';

/** Which rule counts. */
export const rules: readonly Feature[] = [
  {
    name: ':has()',
    css: css`
      .parent {
        height: 100%;
        padding: 20px;
        background: var(--wrong);
      }
      .parent:has(> .child) {
        background: var(--right);
      }
      .child {
        height: 100%;
        background: var(--sun);
      }
    `,
    body: (
      <div class="parent">
        <i class="child" />
      </div>
    ),
    without: ['.parent:has(> .child)', '.parent:is(.child)'],
    sights: [point(10, 10), point(70, 45, 'sun')],
  },
  {
    name: 'nesting',
    css: css`
      .nest {
        padding: 15px;
        display: flex;
        gap: 10px;
        & i {
          flex: 1;
          height: 60px;
          background: var(--wrong);
          .nest > & {
            background: var(--right);
          }
          & + & {
            background: var(--sky);
          }
        }
      }
    `,
    body: (
      <div class="nest">
        <i />
        <i />
      </div>
    ),
    without: ['.nest > &', '.nest + &'],
    sights: [point(40, 45), point(100, 45, 'sky')],
  },
  {
    name: '@layer',
    css: css`
      @layer weak, strong;
      @layer strong {
        i.layered {
          background: var(--right);
        }
      }
      @layer weak {
        i.layered.layered:only-child {
          height: 60px;
          margin: 15px;
          border-radius: 12px 40px;
          background: var(--wrong);
        }
      }
    `,
    body: <i class="layered" />,
    without: ['@layer weak, strong;', ''],
    sights: [point(70, 45), point(118, 20, 'paper')],
  },
  {
    name: '@property',
    css: css`
      @property --reach {
        syntax: '<length>';
        inherits: false;
        initial-value: 90px;
      }
      .property {
        --reach: 30px;
        width: var(--reach);
        height: 100%;
        background: var(--sky);
      }
      .property i {
        position: absolute;
        inset: 25px auto auto 0;
        width: var(--reach);
        height: 40px;
        background: var(--right);
      }
    `,
    body: (
      <div class="property">
        <i />
      </div>
    ),
    without: ['inherits: false', 'inherits: true'],
    sights: [point(86, 45), point(20, 10, 'sky'), point(94, 45, 'paper'), point(34, 10, 'paper')],
  },
];
