import { css } from '../../src/template.ts';

export interface FigureProps {
  readonly value: string;
  readonly label: string | undefined;
  readonly change: string | undefined;
}

/** One to three figures of one size, which stand on the lower edge of their box. */
export function Figures({ figures }: { figures: readonly FigureProps[] }) {
  return (
    <div class="figures">
      <dl class={`of${figures.length}`} data-fit="0.3">
        {figures.map(Figure)}
      </dl>
    </div>
  );
}

/** The unit is smaller than the number it belongs to, and the change stands above it. */
function Figure({ value, label, change }: FigureProps) {
  const [, number = value, unit] = value.match(/^(.*\p{Nd})\s?(\P{Nd}+)$/u) ?? [];
  return (
    <div>
      {label && <dt dir="auto">{label}</dt>}
      <dd>
        <bdi class="number">{number}</bdi>
        {(change || unit) && (
          <span class="beside">
            {change && <bdi class="change">{change}</bdi>}
            {unit && <bdi class="unit">{unit}</bdi>}
          </span>
        )}
      </dd>
    </div>
  );
}

/** For a flex box that is as high as the figures may be, a chart before them or nothing else in it. */
export const figuresCss = css`
  .figures {
    flex: 1 1 0;
    min-width: 0;
    min-height: 0;
    align-self: stretch;
    display: grid;
    align-content: end;
    padding-bottom: 1.75rem;
  }
  dl {
    --label-gap: 0.75rem;
    min-width: 0;
    margin: 0;
    display: flex !important;
    flex-direction: column;
    gap: 1.6rem;
    font-size: 13rem;
    font-variant-numeric: tabular-nums;
  }
  .of1 {
    --label-gap: 1.75rem;
  }
  .of2 {
    font-size: 6.75rem;
  }
  .of3 {
    font-size: 6rem;
  }
  dt {
    margin-bottom: var(--label-gap);
    font-size: 1.75rem;
    line-height: calc(1.25 * var(--tall));
    color: var(--soft);
    text-wrap: balance;
  }
  dd {
    margin: 0;
    display: flex;
    align-items: end;
    gap: 0.1em;
    line-height: 0.727; /* as tall as its digits: they stand on what is below */
    font-weight: 700;
    letter-spacing: -0.045em;
    white-space: nowrap;
  }
  .number {
    margin-inline-start: -0.03em; /* the room a digit leaves on its left */
  }
  .beside {
    align-self: stretch;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    gap: 0.5rem;
  }
  .unit {
    margin-top: auto;
    font-size: max(0.46em, 1.6rem);
    letter-spacing: -0.02em;
  }
  .change {
    font-size: max(0.17em, 1.6rem);
    letter-spacing: -0.01em;
    color: var(--accent);
  }
  .of3 {
    flex-direction: row;
    align-items: end;
    gap: 3rem;
  }
  .of3 > div {
    flex: 1 1 0;
    min-width: min-content;
  }
  /* Without a chart the figures have the whole floor. */
  .figures:only-child {
    padding-bottom: 2.25rem;
  }
  .figures:only-child:has(.of1) {
    padding-bottom: 3.75rem;
  }
  .figures:only-child .of1 {
    align-items: end;
    font-size: 22rem;
  }
  .figures:only-child .of2 {
    flex-direction: row;
    align-items: end;
    gap: 3rem;
    font-size: 11rem;
  }
  .figures:only-child .of2 > div {
    flex: 1 1 0;
    min-width: min-content;
  }
  .figures:only-child .of3 {
    font-size: 9rem;
  }
  @media (min-aspect-ratio: 11/10) {
    .of3 dt {
      font-size: 1.6rem;
      line-height: calc(1.2 * var(--tall));
    }
  }
  @media (max-aspect-ratio: 1/1) {
    .figures {
      padding-bottom: 2.5rem;
    }
    dl {
      font-size: 14rem;
    }
    .of2,
    .of3 {
      flex-direction: row;
      align-items: end;
      gap: 2.5rem;
      font-size: 6rem;
    }
    .of2 > div {
      flex: 1 1 0;
      min-width: min-content;
    }
  }
  @media (max-aspect-ratio: 3/4) {
    .of2,
    .of3 {
      flex-direction: column;
      align-items: stretch;
      gap: 3rem;
      font-size: 7.5rem;
    }
  }
`;
