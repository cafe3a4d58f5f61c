import * as z from 'zod';
import { css, defineTemplate, image, text } from '../src/template.ts';
import { Byline, bylineCss } from './parts/byline.tsx';
import { look, site } from './parts/fields.ts';
import { frameCss } from './parts/frame.ts';
import { mix, palette, type Papers, readableOn, type Theme } from './parts/palette.ts';
import { phrasesIn, say } from './parts/phrases.ts';
import { quoted, QuotationMark, quotationMarkCss, withoutMarks } from './parts/quotation-mark.tsx';
import { byShape } from './parts/shapes.ts';
import { Signed, signedCss } from './parts/signed.tsx';
import { Line, listed } from './parts/words.tsx';
import { examples } from './quote.examples.ts';

export const props = z.strictObject({
  quote: text(300, 'What was said, 1 to 300 characters; the mark before it is drawn'),
  name: text(60, 'Who said it').optional(),
  role: text(80, 'What they are or do, or where it was said').optional(),
  portrait: image('A picture of them; without one the initials stand in').optional(),
  site: site(),
  ...look('the mark, and a little of it in the paper', '#2f6b4f'),
});

/** Paper with a breath of the brand in it. */
function colors({ theme, brand }: { theme: Theme; brand: string }) {
  const papers: Papers = {
    light: { ground: mix('#fbf9f3', brand, 0.08), ink: '#1a1a1d' },
    dark: { ground: mix('#0f1013', brand, 0.13), ink: '#f6f3ea' },
  };
  const { ground, ink } = papers[theme];
  return { ...palette({ theme, brand, papers }), '--mark': readableOn(brand, ground, ink, 2.2) };
}

/** The card of a sentence worth keeping: a large mark, and the words beside it in a serif. */
export const quote = defineTemplate({
  name: 'quote',
  description: 'A sentence in a serif, with who said it. For quotations, reviews and testimonials.',
  props,
  examples,
  fonts: [
    { family: 'Newsreader', weights: [500] },
    { family: 'Inter', weights: [500, 700] },
  ],
  viewport: 'og',
  alt: ({ quote, name, role, site }, { language }) =>
    listed(language, quoted(withoutMarks(quote), language), name, role, say(phrasesIn(language).on, site)),
  render: (card, { language }) => (
    <main style={colors(card)}>
      <div class="middle">
        <div class="words">
          <QuotationMark language={language} />
          <blockquote dir="auto" data-fit="0.33">
            {withoutMarks(card.quote)}
          </blockquote>
        </div>
      </div>
      {(card.name || card.role || card.site || card.logo) && (
        <footer>
          <Signed logo={card.logo}>
            <Line name="site" text={card.site} />
          </Signed>
          <Byline {...card} />
        </footer>
      )}
    </main>
  ),
  css: css`
    ${frameCss}
    ${quotationMarkCss}
    ${bylineCss}
    ${signedCss}
    ${byShape({
      column: { wide: '8.5rem', upright: '0rem' },
      quotation: { wide: '6rem', tall: '6.75rem' },
    })}
    main {
      padding: 4rem 4.5rem 3.75rem;
      gap: 2.25rem;
    }
    .words {
      position: relative;
      flex: 0 1 auto;
      min-height: 0;
      padding-inline-start: var(--column);
    }
    .quotation-mark {
      position: absolute;
      inset-inline-start: 0;
      top: 0.85rem;
      width: 6.25rem;
      color: var(--mark);
    }
    blockquote {
      margin: 0;
      font-family: Newsreader;
      font-size: calc(var(--quotation) / var(--tall));
      line-height: calc(1.13 * var(--tall));
      letter-spacing: -0.018em;
      text-wrap: balance;
    }
    footer {
      flex: none;
      display: flex;
      align-items: flex-end;
      justify-content: space-between;
      gap: 3rem;
      padding-inline-start: var(--column);
      line-height: calc(1.25 * var(--tall));
    }
    footer > .site,
    .signed {
      flex: none;
      max-width: 34%;
    }
    .signed {
      max-width: 50%;
    }
    .site {
      color: var(--soft);
    }
    .byline {
      gap: 1.4rem;
      margin-inline-start: auto;
    }
    .portrait {
      background: var(--brand);
      color: var(--on-brand);
    }
    @media (max-aspect-ratio: 1/1) {
      .words {
        padding-top: 8rem;
      }
      .quotation-mark {
        top: 0;
      }
      footer {
        flex-direction: row-reverse;
      }
      .byline {
        margin-inline: 0 auto;
      }
    }
  `,
});
