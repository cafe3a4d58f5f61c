import * as z from 'zod';
import { css, defineTemplate, text } from '../src/template.ts';
import { areaPalette } from './parts/apart.ts';
import { longDate } from './parts/dates.ts';
import { date, look } from './parts/fields.ts';
import { frameCss } from './parts/frame.ts';
import { Masthead, mastheadCss } from './parts/masthead.tsx';
import { News, newsCss } from './parts/news.tsx';
import type { Papers } from './parts/palette.ts';
import { byShape } from './parts/shapes.ts';
import { Version, versionCss } from './parts/version.tsx';
import { examples } from './release.examples.ts';

export const props = z.strictObject({
  product: text(40, 'What is released'),
  version: text(20, 'The version, as in 4.2.0 or 5.0.0-rc.1'),
  headline: text(120, 'What it is about, up to 120 characters', { marks: true }).optional(),
  highlights: z
    .array(text(48, 'Something new in it'))
    .max(3)
    .default([])
    .describe('Up to three, as in highlights=Faster,Smaller'),
  date: date(),
  ...look('the ground behind the version', '#ffd23f'),
});

const papers: Papers = {
  light: { ground: '#fdfcf8', ink: '#16161a' },
  dark: { ground: '#121318', ink: '#f4f3ee' },
};

/** The card of a release: its version as large as it goes, and below it what is new. */
export const release = defineTemplate({
  name: 'release',
  description: 'A version in large figures with up to three highlights. For releases and changelogs.',
  props,
  examples,
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ product, version, headline, highlights }) =>
    [[`${product} ${version}`, headline].filter(Boolean).join(': '), highlights.join(', ')]
      .filter(Boolean)
      .join('. '),
  render: (card, { language }) => (
    <main style={areaPalette({ ...card, papers })}>
      <div class="poster">
        <Masthead name={card.product} logo={card.logo}>
          {card.date && <time>{longDate(card.date, language)}</time>}
        </Masthead>
        <Version version={card.version} />
      </div>
      <News {...card} />
    </main>
  ),
  css: css`
    ${frameCss}
    ${mastheadCss}
    ${versionCss}
    ${newsCss}
    ${byShape({ version: { wide: '18rem', upright: '20rem' } })}
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
    .masthead {
      font-size: 1.9rem;
    }
    .logo {
      font-size: 1.7rem;
      background: var(--on-brand);
      color: var(--brand);
    }
    time {
      flex: none;
      margin-inline-start: auto;
      padding-inline-start: 1rem;
      font-size: 1.75rem;
    }
    @media (max-aspect-ratio: 1/1) {
      .masthead .name {
        --lines: 2;
        white-space: normal;
        overflow-wrap: anywhere;
        text-wrap: balance;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: var(--lines);
      }
    }
  `,
});
