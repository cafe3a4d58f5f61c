import { css } from '../../../src/template.ts';
import { type Feature, none, point } from './feature.ts';

/** Where boxes go. */
export const layout: readonly Feature[] = [
  {
    name: 'grid areas',
    css: css`
      .areas {
        height: 100%;
        padding: 8px;
        display: grid;
        grid: 'head head' 22px 'side main' 1fr / 36px 1fr;
        gap: 6px;
      }
      .areas .main {
        grid-area: main;
        background: var(--right);
      }
      .areas .side {
        grid-area: side;
        background: var(--sky);
      }
      .areas .head {
        grid-area: head;
        background: var(--sun);
      }
    `,
    body: (
      <div class="areas">
        <i class="main" />
        <i class="side" />
        <i class="head" />
      </div>
    ),
    without: ["grid: 'head head' 22px 'side main' 1fr / 36px 1fr", ''],
    sights: [point(70, 18, 'sun'), point(26, 60, 'sky'), point(90, 60)],
  },
  {
    name: 'subgrid',
    css: css`
      .subgrid {
        padding: 8px;
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 8px;
      }
      .subgrid p {
        grid-column: 1 / -1;
        display: grid;
        grid-template-columns: subgrid;
      }
      .subgrid i {
        height: 19px;
        background: var(--sky);
      }
      .subgrid b {
        background: var(--right);
      }
    `,
    body: (
      <div class="subgrid">
        {[16, 56, 32].map((width) => (
          <p>
            <i style={{ width }} />
            <b />
          </p>
        ))}
      </div>
    ),
    without: ['grid-template-columns: subgrid', 'grid-template-columns: auto 1fr'],
    sights: [point(16, 18, 'sky'), point(40, 18, 'paper'), point(76, 18), point(76, 72)],
  },
  {
    name: 'shape-outside',
    css: css`
      .outside {
        padding: 8px;
        line-height: 19px;
        font-size: 0;
      }
      .outside i {
        float: left;
        width: 76px;
        height: 74px;
        background: var(--sun);
        clip-path: polygon(0 0, 100% 100%, 0 100%);
        shape-outside: polygon(0 0, 100% 100%, 0 100%);
        shape-margin: 6px;
      }
      .outside b {
        display: inline-block;
        width: 40px;
        height: 12px;
        vertical-align: middle;
        background: var(--right);
      }
    `,
    body: (
      <div class="outside">
        <i />
        {[1, 2, 3, 4].map(() => (
          <div>
            <b />
          </div>
        ))}
      </div>
    ),
    without: ['shape-outside: polygon(0 0, 100% 100%, 0 100%)', ''],
    sights: [point(44, 17), point(64, 36), point(14, 70, 'sun'), none([8, 68, 70, 12], 'right')],
  },
];
