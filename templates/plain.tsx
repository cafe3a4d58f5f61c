import * as z from 'zod';
import { css, defineTemplate, text } from '../src/template.ts';
import { look, site } from './parts/fields.ts';
import { frameCss } from './parts/frame.ts';
import { Headline } from './parts/headline.tsx';
import { Logo, logoCss } from './parts/logo.tsx';
import { contrast, mix, palette, readableOn, type Theme } from './parts/palette.ts';
import { phrasesIn, say } from './parts/phrases.ts';
import { byShape } from './parts/shapes.ts';
import { Passage, listed } from './parts/words.tsx';
import { examples } from './plain.examples.ts';

export const props = z.strictObject({
  title: text(120, 'The title, 1 to 120 characters', { marks: true }),
  subtitle: text(140, 'A sentence below it, up to 140 characters').optional(),
  site: site('The name of the site, set into the frame'),
  ...look('the ground', '#1b2a6b'),
});

const gold = '#ffc247';
const night = '#0b0c10';

/** By day the brand is the ground and the mark is gold where gold is seen; at night the brand is the mark. */
function colors({ theme, brand }: { theme: Theme; brand: string }) {
  const ground = theme === 'light' ? brand : mix(brand, night, 0.8);
  const onGround = palette({ theme, brand: ground });
  const ink = onGround['--on-brand'];
  const isGoldSeen = contrast(gold, ground) >= 3;
  const mark = theme === 'dark' ? readableOn(brand, ground, ink) : isGoldSeen ? gold : ink;
  return { ...onGround, '--mark': mark };
}

/** The quiet card: a line or two in the middle of a printed frame. */
export const plain = defineTemplate({
  name: 'plain',
  description: 'A title and a subtitle in a printed frame. For home pages, sections and everything else.',
  props,
  examples,
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ title, subtitle, site }, { language }) =>
    [listed(language, title, say(phrasesIn(language).on, site)), subtitle].filter(Boolean).join(': '),
  render: (card) => (
    <main style={colors(card)}>
      <div class="sheet">
        {card.site && (
          <p class="site" dir="auto">
            <b>{card.site}</b>
          </p>
        )}
        {card.logo && <Logo picture={card.logo} />}
        <Headline text={card.title} least={0.3} />
        <Passage name="subtitle" text={card.subtitle} />
      </div>
    </main>
  ),
  css: css`
    ${frameCss}
    ${logoCss}
    ${byShape({
      headline: { wide: '8rem', upright: '9rem' },
      leading: { wide: 1.1 },
      subtitle: { wide: '2.1rem', upright: '2.3rem' },
      lines: { wide: 3, upright: 5 },
    })}
    ${byShape({ rem: { widest: '15px' } }, 'html')}
    main {
      padding: 2.25rem;
      background: var(--brand);
      color: var(--on-brand);
    }
    .sheet {
      position: relative;
      height: 100%;
      padding: 3.5rem 5rem;
      border: 2px solid color-mix(in srgb, var(--on-brand) 34%, var(--brand));
      border-radius: 2rem;
      corner-shape: scoop;
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      text-align: center;
    }
    .sheet::before {
      content: '';
      flex: none;
      width: 4.5rem;
      height: 0.5rem;
      margin-bottom: 2.5rem;
      border-radius: 1rem;
      background: var(--mark);
    }
    .sheet:has(.logo)::before {
      content: none;
    }
    .logo {
      margin-bottom: 1.75rem;
      font-size: 2.5rem;
    }
    .site {
      position: absolute;
      inset-inline: 15%;
      top: -1px;
      translate: 0 -50%;
      font-size: 1.6rem;
      line-height: calc(1.4 * var(--tall));
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .site b {
      padding-inline: 1em;
      background: var(--brand);
    }
    .title {
      max-height: 58%;
      max-width: 100%;
    }
    h1 {
      padding-inline: 0.06em;
    }
    .subtitle {
      --pitch: 1.35;
      flex: none;
      max-width: 52rem;
      margin-top: 1.75rem;
      font-size: var(--subtitle);
      color: var(--on-brand-soft);
    }
    @media (max-aspect-ratio: 1/1) {
      .sheet {
        padding: 3.5rem;
      }
    }
  `,
});
