import { css, type Viewport } from '../../src/template.ts';

export interface ChartProps {
  /** Two numbers or more, oldest first. */
  readonly series: readonly number[];
  readonly kind: 'bars' | 'line';
  /** Pixels, whole ones: edges are as sharp as the screen allows. */
  readonly width: number;
  readonly height: number;
}

const maxStep = 132;
const lineWidth = 6;
const dotRadius = 13;

/**
 * A chart that says one thing: how it went, and where it is now. No axis, no labels; the last
 * point wears the accent. It stands on the lower edge of its box, or on zero where it goes below.
 */
export function Chart({ series, kind, width, height }: ChartProps) {
  return (
    <svg class="chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {kind === 'bars' ? (
        <Bars series={series} width={width} height={height} />
      ) : (
        <Line series={series} width={width} height={height} />
      )}
    </svg>
  );
}

/** Time runs the way the script does. */
export const chartCss = css`
  .chart {
    display: block;
    flex: none;
    overflow: visible;
  }
  [dir='rtl'] .chart {
    transform: scaleX(-1);
  }
  .chart path {
    fill: color-mix(in srgb, var(--ink) 22%, var(--ground));
  }
  .chart .line {
    fill: none;
    stroke: var(--ink);
    stroke-width: ${lineWidth}px;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .chart .drop {
    stroke: var(--accent);
    stroke-width: 2px;
    stroke-dasharray: 2 8;
    stroke-linecap: round;
  }
  .chart .zero {
    stroke: var(--line);
    stroke-width: 2px;
  }
  .chart .last {
    fill: var(--accent);
  }
`;

type Box = Omit<ChartProps, 'kind'>;

function Bars({ series, width, height }: Box) {
  const used = Math.min(width, series.length * maxStep);
  const bar = Math.round((used / series.length) * 0.64);
  const x = (index: number) => Math.round(width - used + (index * (used - bar)) / (series.length - 1));
  const least = Math.min(0, ...series);
  const y = scale(least, Math.max(least + 1e-9, 0, ...series), height);
  return (
    <>
      {least < 0 && <line class="zero" x1={width - used} x2={width} y1={y(0)} y2={y(0)} />}
      {series.map((value, index) => (
        <path
          class={index === series.length - 1 ? 'last' : undefined}
          d={column(x(index), bar, y(0), y(value))}
        />
      ))}
    </>
  );
}

/** From its foot to its rounded head, above or below; a bar of nothing is still seen. */
function column(x: number, width: number, foot: number, value: number): string {
  const up = value <= foot;
  const head = up ? Math.min(value, foot - 4) : Math.max(value, foot + 4);
  const round = Math.min(10, Math.floor(width / 2), Math.abs(foot - head));
  const shoulder = up ? head + round : head - round;
  const sweep = up ? 1 : 0;
  const arc = (toX: number, toY: number) => `A${round} ${round} 0 0 ${sweep} ${toX} ${toY}`;
  return `M${x} ${foot}V${shoulder}${arc(x + round, head)}H${x + width - round}${arc(x + width, shoulder)}V${foot}Z`;
}

function Line({ series, width, height }: Box) {
  const [least, most] = [Math.min(...series), Math.max(...series)];
  const foot = least >= 0 ? least - (most - least) * 0.2 : least;
  const level = scale(foot, most, height - 2 * dotRadius);
  const [left, right] = [lineWidth / 2, width - dotRadius];
  const x = (index: number) => left + (index * (right - left)) / (series.length - 1);
  const points = series.map((value, index) => [Math.round(x(index)), level(value) + dotRadius] as const);
  const [lastX, lastY] = points.at(-1)!;
  return (
    <>
      <line class="drop" x1={lastX} x2={lastX} y1={lastY} y2={height} />
      <path class="line" d={`M${points.map((point) => point.join(' ')).join('L')}`} />
      <circle class="last" cx={lastX} cy={lastY} r={dotRadius} />
    </>
  );
}

/** Where a value stands, in pixels from the top; all alike stand in the middle. */
function scale(least: number, most: number, height: number): (value: number) => number {
  if (least === most) return () => Math.round(height / 2);
  return (value) => Math.round(height * (1 - (value - least) / (most - least)));
}

/** What the layout of the card leaves for it, beside or above so many figures. */
export function chartSize({ width, height }: Viewport, figures: number): { width: number; height: number } {
  if (height >= width) return { width: width - 162, height: Math.round(height * 0.28) };
  return figures > 2 ? { width: width - 144, height: height - 526 } : { width: 472, height: height - 370 };
}
