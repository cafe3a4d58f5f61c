import type { ComponentChildren } from 'preact';
import { css } from '../../../src/template.ts';
import { type Feature, none, point } from './feature.ts';

/** A tick every twenty pixels. */
function Ruler({ children }: { children: ComponentChildren }) {
  return <div class="ruler">{children}</div>;
}

/** What lengths come to. */
export const values: readonly Feature[] = [
  {
    name: 'clamp()',
    css: css`
      .ruler {
        height: 100%;
        display: flow-root;
        background: repeating-linear-gradient(90deg, #dedacd 0 1px, transparent 1px 20px);
      }
      .clamped {
        width: clamp(30px, 200%, 100px);
        height: 60px;
        margin: 15px 20px;
        background: var(--right);
      }
    `,
    body: (
      <Ruler>
        <i class="clamped" />
      </Ruler>
    ),
    without: ['clamp(30px, 200%, 100px)', '200%'],
    sights: [point(22, 45), point(117, 45), point(124, 45, 'paper')],
  },
  {
    name: 'min() and max()',
    css: css`
      .least,
      .most {
        height: 28px;
        margin: 12px 20px;
        background: var(--sky);
      }
      .least {
        width: min(100%, 4em, 80px);
        font-size: 10px;
      }
      .most {
        width: max(20%, 4em, 80px);
        font-size: 10px;
        background: var(--right);
      }
    `,
    body: (
      <Ruler>
        <i class="least" />
        <i class="most" />
      </Ruler>
    ),
    without: ['max(20%, 4em, 80px)', '4em'],
    sights: [point(57, 25, 'sky'), point(63, 25, 'paper'), point(97, 66), point(103, 66, 'paper')],
  },
  {
    name: 'round() and mod()',
    css: css`
      .rounded {
        width: calc(round(down, 77px, 25px) + mod(47px, 20px));
        height: 60px;
        margin: 15px 20px;
        background: var(--right);
      }
    `,
    body: (
      <Ruler>
        <i class="rounded" />
      </Ruler>
    ),
    without: ['round(down, 77px, 25px)', '77px'],
    sights: [point(100, 45), point(103, 45, 'paper')],
  },
  {
    name: 'sin() and cos()',
    css: css`
      .circle i {
        --angle: calc(var(--nth) * 30deg);
        position: absolute;
        inset: 38px auto auto 63px;
        width: 14px;
        height: 14px;
        border-radius: 50%;
        translate: calc(sin(var(--angle)) * 34px) calc(cos(var(--angle)) * -34px);
        background: var(--right);
      }
    `,
    body: (
      <div class="circle">
        {Array.from({ length: 12 }, (_, nth) => (
          <i style={{ '--nth': nth }} />
        ))}
      </div>
    ),
    without: ['cos(var(--angle)) * -34px', '0px'],
    sights: [point(70, 11), point(104, 45), point(87, 16), point(40, 62), none([58, 33, 24, 24], 'right')],
  },
  {
    name: 'calc()',
    css: css`
      .sum {
        width: calc((100% - 2em) / 2 + 1.5rem - 4px);
        height: 60px;
        margin: 15px 20px;
        font-size: 10px;
        background: var(--right);
      }
    `,
    body: (
      <Ruler>
        <i class="sum" />
      </Ruler>
    ),
    without: ['calc((100% - 2em) / 2 + 1.5rem - 4px)', '100%'],
    sights: [point(97, 45), point(103, 45, 'paper')],
  },
  {
    name: 'attr() with a type',
    css: css`
      .typed {
        width: attr(data-width type(<length>), 10px);
        height: 60px;
        margin: 15px 20px;
        background: attr(data-colour type(<color>), var(--wrong));
      }
    `,
    body: (
      <Ruler>
        <i class="typed" data-width="96px" data-colour="#12a06a" />
      </Ruler>
    ),
    without: ['attr(data-width type(<length>), 10px)', '10px'],
    sights: [point(22, 45), point(113, 45), point(119, 45, 'paper')],
  },
];
