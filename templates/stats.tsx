import * as z from 'zod';
import { color, css, defineTemplate, text, theme, type Viewport } from '../src/template.ts';
import { Chart, chartCss } from './parts/chart.tsx';
import { longDate } from './parts/dates.ts';
import { type FigureProps, Figures, figuresCss } from './parts/figures.tsx';
import { palette } from './parts/palette.ts';
import { sizes } from './parts/sizes.ts';

const figure = () => text(14, 'A figure as it is to be read, as in 48.2 %');
const label = () => text(48, 'What the figure counts');
const change = () => text(10, 'How it has changed, as in +12 %');
const largest = 1e15;

const props = z.strictObject({
  title: text(120, 'What the numbers say, 1 to 120 characters'),
  value: figure(),
  label: label().optional(),
  change: change().optional(),
  value2: figure().optional(),
  label2: label().optional(),
  change2: change().optional(),
  value3: figure().optional(),
  label3: label().optional(),
  change3: change().optional(),
  series: z
    .array(z.number().min(-largest).max(largest))
    .min(2)
    .max(24)
    .optional()
    .describe('2 to 24 numbers for a small chart, oldest first, as in series=3,5,8'),
  kind: z.enum(['bars', 'line']).default('bars').describe('How the chart is drawn'),
  source: text(60, 'Where the numbers are from, or the name of the site').optional(),
  date: z.iso.date({ error: 'expected a date as in 2026-11-22' }).optional().describe('YYYY-MM-DD'),
  theme: theme(),
  brand: color('The colour of the last point and of changes, as in #0b7a5e').default('#0b7a5e'),
});

type Props = z.output<typeof props>;

/** Figures that stand on a line, and beside them or below how they got there. */
export const stats = defineTemplate({
  name: 'stats',
  description: 'One to three figures with a small chart. For reports, milestones and dashboards.',
  props,
  examples: {
    short: {
      title: 'Nearly half of all cards come from the cache',
      value: '48.2 %',
      label: 'of requests, in November',
      change: '+12 %',
      series: [12, 14, 13, 18, 22, 21, 27, 31, 36, 41, 44, 48.2],
      source: 'cardstock',
      date: '2026-11-22',
    },
    dark: {
      title: 'The night train is back',
      value: '1.92 M',
      label: 'passengers this year',
      change: '+31 %',
      value2: '74 %',
      label2: 'of beds taken, on average',
      change2: '+9 pts',
      series: [0.61, 0.72, 0.7, 0.94, 1.08, 1.21, 1.18, 1.46, 1.92],
      kind: 'line',
      source: 'Rail Quarterly',
      date: '2026-10-01',
      theme: 'dark',
      brand: '#ffb454',
    },
    long: {
      title: 'A year of open data: what four hundred towns have published, and what people did with it',
      value: '12,480',
      label: 'data sets that anyone may use',
      change: '+2,310',
      value2: '408',
      label2: 'towns and districts taking part',
      change2: '+57',
      value3: '3.1 M',
      label3: 'downloads since January',
      change3: '×2.4',
      series: [4, 6, 5, 9, 8, 11, 14, 12, 15, 19, 18, 24],
      source: 'Open Towns Report',
      date: '2026-09-15',
      brand: '#2f5bea',
    },
    rtl: {
      title: 'المزيد من المدن تتحول إلى الطاقة الشمسية',
      value: '٣٧٪',
      label: 'من الكهرباء في الصيف',
      change: '+٨٪',
      series: [9, 11, 14, 16, 19, 22, 26, 29, 33, 37],
      source: 'مرصد الطاقة',
      date: '2026-08-30',
      brand: '#c2570c',
    },
    cjk: {
      title: '週に一度は自転車で通勤する人が増えています',
      value: '62 %',
      label: '自転車で通勤する人',
      change: '+5 pt',
      value2: '7.4 km',
      label2: '片道の平均距離',
      series: [41, 43, 42, 47, 51, 54, 57, 62],
      kind: 'line',
      source: '都市交通調査',
      date: '2026-07-01',
    },
    emoji: {
      title: 'The garden in its first year 🌱',
      value: '214 kg',
      label: 'of tomatoes, beans and far too many courgettes 🥒',
      series: [2, 5, 9, 21, 38, 52, 47, 28, 12],
      source: 'Back Yard Almanac',
      theme: 'dark',
      brand: '#8fd14f',
    },
    bare: { title: 'Days without a single failed render', value: '365' },
  },
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: (card) =>
    [card.title, ...figuresOf(card).map(describe), card.source && `from ${card.source}`]
      .filter(Boolean)
      .join('; '),
  render: (card, { viewport, language }) => {
    const figures = figuresOf(card);
    return (
      <main style={palette(card)}>
        {(card.source || card.date) && (
          <header>
            <span class="source" dir="auto">
              {card.source}
            </span>
            {card.date && <time>{longDate(card.date, language)}</time>}
          </header>
        )}
        <div class="title">
          <h1 dir="auto" data-fit="0.6">
            {card.title}
          </h1>
        </div>
        <div class="floor">
          {card.series && (
            <Chart series={card.series} kind={card.kind} {...chartSize(viewport, figures.length)} />
          )}
          <Figures figures={figures} />
        </div>
      </main>
    );
  },
  css: css`
    ${sizes}
    ${chartCss}
    ${figuresCss}
    main {
      height: 100%;
      padding: 4rem 4.5rem;
      display: flex;
      flex-direction: column;
      background: var(--ground);
      color: var(--ink);
      font-weight: 500;
    }
    header {
      flex: none;
      display: flex;
      justify-content: space-between;
      gap: 2rem;
      margin-bottom: 2rem;
      padding-bottom: 1.6rem;
      border-bottom: 2px solid var(--line);
      font-size: 1.75rem;
      line-height: 2.2rem;
      white-space: nowrap;
    }
    .source {
      overflow: hidden;
      text-overflow: ellipsis;
      padding-block: 0.3em;
      margin-block: -0.3em;
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    .source:not(:empty)::before {
      content: '';
      display: inline-block;
      width: 0.62em;
      height: 0.62em;
      margin-inline-end: 0.55em;
      border-radius: 50%;
      background: var(--accent);
    }
    time {
      flex: none;
      color: var(--soft);
    }
    .title {
      flex: none;
      max-height: calc(2.24 * 3rem);
      margin-bottom: 1.75rem;
    }
    h1 {
      font-weight: 700;
      font-size: calc(3rem / var(--tall));
      line-height: calc(1.12 * var(--tall));
      letter-spacing: -0.03em;
      text-wrap: balance;
    }
    .floor {
      flex: 1 1 0;
      min-height: 0;
      display: flex;
      align-items: end;
      gap: 4rem;
      border-bottom: 3px solid var(--ink);
    }
    /* Three stand side by side, above the chart. */
    .floor:has(.of3) {
      flex-direction: column-reverse;
      align-items: stretch;
      gap: 0;
    }
    @media (min-aspect-ratio: 11/10) {
      .title:has(+ * .of3) {
        max-height: calc(2.24 * 2.6rem);
      }
      .title:has(+ * .of3) h1 {
        font-size: calc(2.6rem / var(--tall));
      }
    }
    @media (min-aspect-ratio: 2/1) {
      main {
        padding-block: 3.5rem;
      }
      header {
        margin-bottom: 1.75rem;
      }
    }
    @media (max-aspect-ratio: 1/1) {
      .title {
        max-height: calc(3.36 * 4.25rem);
        margin-bottom: 2.5rem;
      }
      h1 {
        font-size: calc(4.25rem / var(--tall));
      }
      .floor {
        flex-direction: column-reverse;
        align-items: stretch;
        gap: 0;
      }
    }
  `,
});

function figuresOf(card: Props): FigureProps[] {
  const { value, label, change, value2, label2, change2, value3, label3, change3 } = card;
  return [
    { value, label, change },
    ...(value2 ? [{ value: value2, label: label2, change: change2 }] : []),
    ...(value3 ? [{ value: value3, label: label3, change: change3 }] : []),
  ];
}

function describe({ value, label, change }: FigureProps): string {
  return [value, label, change && `(${change})`].filter(Boolean).join(' ');
}

/** What the layout leaves for the chart. */
function chartSize({ width, height }: Viewport, figures: number): { width: number; height: number } {
  if (height >= width) return { width: width - 162, height: Math.round(height * 0.28) };
  return figures > 2 ? { width: width - 144, height: height - 526 } : { width: 472, height: height - 370 };
}
