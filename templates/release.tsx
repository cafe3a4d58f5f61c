import * as z from 'zod';
import { color, css, defineTemplate, image, text, theme } from '../src/template.ts';
import { apartFrom } from './parts/apart.ts';
import { longDate } from './parts/dates.ts';
import { Logo, logoCss } from './parts/logo.tsx';
import { palette, type Paper, type Theme } from './parts/palette.ts';
import { sampleArch, samplePetals } from './parts/sample-logos.ts';
import { sizes } from './parts/sizes.ts';

const props = z.strictObject({
  product: text(40, 'What is released'),
  version: text(20, 'The version, as in 4.2.0 or 5.0.0-rc.1'),
  headline: text(120, 'What it is about, up to 120 characters').optional(),
  highlights: z
    .array(text(48, 'Something new in it'))
    .max(3)
    .default([])
    .describe('Up to three, as in highlights=Faster,Smaller'),
  date: z.iso.date({ error: 'expected a date as in 2026-11-22' }).optional().describe('YYYY-MM-DD'),
  logo: image('The logo, square; without one the first letter of the product stands in').optional(),
  theme: theme(),
  brand: color('The colour behind the version, as in #ffd23f').default('#ffd23f'),
});

type Props = z.output<typeof props>;

const papers: Record<Theme, Paper> = {
  light: { ground: '#fdfcf8', ink: '#16161a' },
  dark: { ground: '#121318', ink: '#f4f3ee' },
};

function colors({ theme, brand }: Pick<Props, 'theme' | 'brand'>) {
  return palette({ theme, brand: apartFrom(papers[theme], brand), papers });
}

/** The card of a release: its version as large as it goes, and below it what is new. */
export const release = defineTemplate({
  name: 'release',
  description: 'A version in large figures with up to three highlights. For releases and changelogs.',
  props,
  examples: {
    short: {
      product: 'Harbor',
      version: '4.2.0',
      headline: 'Builds start where the last one stopped',
      highlights: ['Incremental builds', 'Typed environment', 'Half the memory'],
      date: '2026-11-22',
      logo: sampleArch,
    },
    dark: {
      product: 'Petal Router',
      version: '3.0.0-rc.1',
      headline: 'Layouts that nest, and load side by side',
      highlights: ['Parallel loaders', 'View transitions'],
      date: '2026-10-05',
      logo: samplePetals,
      theme: 'dark',
      brand: '#ff6b4a',
    },
    long: {
      product: 'The Meridian Component Library',
      version: '2026.11.0-beta.12',
      headline: 'Every component can now be read aloud, used with a keyboard, and printed without surprises',
      highlights: [
        'Checked with four screen readers',
        'Print styles for tables and charts',
        'Right-to-left without a second sheet',
      ],
      date: '2026-09-30',
      brand: '#14532d',
    },
    'no image': {
      product: 'Tidewater',
      version: '11',
      headline: 'Charts you can listen to',
      highlights: ['Sonified series', 'Live captions', 'Offline maps'],
      date: '2026-06-18',
      brand: '#2439c7',
    },
    rtl: {
      product: 'مرسى',
      version: '4.2.0',
      headline: 'أسرع في البناء وأخف على الذاكرة',
      highlights: ['بناء تدريجي', 'سجلات أوضح', 'نصف الذاكرة'],
      date: '2026-11-22',
      brand: '#0f766e',
    },
    cjk: {
      product: 'みなと',
      version: '4.2.0',
      headline: 'ビルドは、前回の続きから',
      highlights: ['差分ビルド', '型付きの環境変数', 'メモリ使用量を半分に'],
      date: '2026-11-22',
      brand: '#e4572e',
    },
    emoji: {
      product: 'Pocket Garden',
      version: '2.1',
      headline: 'Now it reminds you to water 🌿',
      highlights: ['Watering calendar 💧', 'Frost warnings ❄️'],
      date: '2026-04-02',
      brand: '#b6e388',
    },
    bare: { product: 'Lattice', version: '1.0.0' },
  },
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ product, version, headline, highlights }) =>
    [[`${product} ${version}`, headline].filter(Boolean).join(': '), highlights.join(', ')]
      .filter(Boolean)
      .join('. '),
  render: (card, { language }) => (
    <main style={colors(card)}>
      <div class="poster">
        <header>
          <Logo name={card.product} picture={card.logo} />
          <span class="product" dir="auto">
            {card.product}
          </span>
          {card.date && <time>{longDate(card.date, language)}</time>}
        </header>
        <div class="number">
          <Version version={card.version} />
        </div>
      </div>
      {(card.headline || card.highlights.length > 0) && <News {...card} />}
    </main>
  ),
  css: css`
    ${sizes}
    ${logoCss}
    main {
      height: 100%;
      display: flex;
      flex-direction: column;
      background: var(--ground);
      color: var(--ink);
      font-weight: 500;
    }
    [dir='auto'],
    [dir='ltr'] {
      text-align: -webkit-match-parent;
    }
    .poster {
      flex: 1 1 0;
      min-height: 0;
      padding: 3.5rem 4.5rem 1.75rem;
      display: flex;
      flex-direction: column;
      gap: 1rem;
      background: var(--brand);
      color: var(--on-brand);
    }
    .poster:only-child {
      padding-bottom: 3rem;
    }
    header {
      flex: none;
      display: flex;
      align-items: center;
      gap: 1.1rem;
      font-size: 1.9rem;
      line-height: calc(1.25 * var(--tall));
      white-space: nowrap;
    }
    .logo {
      font-size: 1.7rem;
      background: var(--on-brand);
      color: var(--brand);
    }
    .product {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      padding-block: 0.1em;
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    time {
      flex: none;
      margin-inline-start: auto;
      padding-inline-start: 1rem;
      font-size: 1.75rem;
    }
    .number {
      flex: 1 1 0;
      min-height: 0;
      display: flex;
      flex-direction: column;
      justify-content: flex-end;
    }
    h1 {
      flex: none;
      width: 100%;
      font-weight: 700;
      font-size: 18rem;
      line-height: 0.95;
      letter-spacing: -0.06em;
      font-feature-settings: 'tnum';
      white-space: nowrap;
      margin-inline-start: -0.035em;
    }
    /* The space between letters stands behind the last one, here in the margin. */
    [dir='rtl'] h1 {
      margin-right: 0.025em;
    }
    h1 span {
      font-weight: 500;
      font-feature-settings: 'case'; /* In tabular figures a dash is as wide as a digit. */
      color: var(--on-brand-soft);
    }
    .news {
      flex: none;
      height: 42%;
      padding: 2.75rem 4.5rem 3rem;
      display: grid;
      grid-template-columns: 1fr 1.1fr;
      column-gap: 4rem;
    }
    .headline {
      min-height: 0;
      min-width: 0;
    }
    h2 {
      font-weight: 700;
      font-size: calc(3.5rem / var(--tall));
      line-height: calc(1.12 * var(--tall));
      letter-spacing: -0.03em;
      text-wrap: balance;
    }
    ul {
      min-width: 0;
      font-size: 1.75rem;
      line-height: calc(1.25 * var(--tall));
    }
    li {
      display: flex;
      align-items: center;
      height: 3.5rem;
      border-bottom: 2px solid var(--line);
    }
    li:last-child {
      border-bottom: 0;
    }
    li:first-child {
      margin-top: -0.6rem;
    }
    li span {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      padding-block: 0.1em;
    }
    .news > :only-child {
      grid-column: 1 / -1;
    }
    @media (max-aspect-ratio: 1/1) {
      h1 {
        font-size: 20rem;
      }
      .product {
        white-space: normal;
        overflow-wrap: anywhere;
        text-wrap: balance;
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .news {
        height: auto;
        padding: 3.5rem 4.5rem;
        grid-template-columns: 1fr;
        row-gap: 1.75rem;
      }
      .headline {
        max-height: calc(3 * 1.12 * 3.75rem);
      }
      h2 {
        font-size: calc(3.75rem / var(--tall));
      }
    }
  `,
});

/** What follows the numbers, such as -rc.1, is quieter; in 2026-11-22 all are numbers. */
function Version({ version }: Pick<Props, 'version'>) {
  const [, numbers = version, rest] = /^([^-+]*\d)([-+].*\p{L}.*)$/u.exec(version) ?? [];
  return (
    <h1 dir="ltr" data-fit="0.1">
      {numbers}
      {rest && <span>{rest}</span>}
    </h1>
  );
}

function News({ headline, highlights }: Pick<Props, 'headline' | 'highlights'>) {
  return (
    <div class="news">
      {headline && (
        <div class="headline">
          <h2 dir="auto" data-fit="0.6">
            {headline}
          </h2>
        </div>
      )}
      {highlights.length > 0 && (
        <ul>
          {highlights.map((highlight) => (
            <li>
              <span dir="auto">{highlight}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
