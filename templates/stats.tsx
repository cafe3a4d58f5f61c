import * as z from 'zod';
import { css, defineTemplate, text } from '../src/template.ts';
import { Chart, chartCss, chartSize } from './parts/chart.tsx';
import { date, look } from './parts/fields.ts';
import { type FigureProps, Figures, figuresCss } from './parts/figures.tsx';
import { frameCss } from './parts/frame.ts';
import { Headline } from './parts/headline.tsx';
import { palette } from './parts/palette.ts';
import { byShape } from './parts/shapes.ts';
import { SiteLine, siteLineCss } from './parts/site-line.tsx';
import { examples } from './stats.examples.ts';

const figure = () => text(14, 'A figure as it is to be read, as in 48.2 %');
const label = () => text(48, 'What the figure counts');
const change = () => text(10, 'How it has changed, as in +12 %');
const largest = 1e15;

export const props = z.strictObject({
  title: text(120, 'What the numbers say, 1 to 120 characters', { marks: true }),
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
  date: date(),
  ...look('the last point and of changes', '#0b7a5e'),
});

type Props = z.output<typeof props>;

/** Figures that stand on a line, and beside them or below how they got there. */
export const stats = defineTemplate({
  name: 'stats',
  description: 'One to three figures with a small chart. For reports, milestones and dashboards.',
  props,
  examples,
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: (card) => [card.title, ...figuresOf(card).map(describe), card.source].filter(Boolean).join('; '),
  render: (card, { viewport, language }) => {
    const figures = figuresOf(card);
    return (
      <main style={palette(card)}>
        <SiteLine site={card.source} logo={card.logo} date={card.date} language={language} />
        <Headline text={card.title} least={0.6} />
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
    ${frameCss}
    ${siteLineCss}
    ${chartCss}
    ${figuresCss}
    ${byShape({
      headline: { wide: '3rem', upright: '4.25rem' },
      'headline-lines': { wide: 2, upright: 3 },
      leading: { wide: 1.12 },
      tracking: { wide: '-0.03em' },
      'below-header': { wide: '2rem', widest: '1.75rem', upright: '2rem' },
      'below-title': { wide: '1.75rem', upright: '2.5rem' },
    })}
    main {
      padding: var(--top) 4.5rem;
    }
    header {
      margin-bottom: var(--below-header);
    }
    .title {
      flex: none;
      max-height: calc(var(--headline-lines) * var(--leading) * var(--headline));
      margin-bottom: var(--below-title);
    }
    h1 {
      padding: 0;
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
        --headline: 2.6rem;
      }
    }
    @media (max-aspect-ratio: 1/1) {
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
