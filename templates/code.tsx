import * as z from 'zod';
import { css, defineTemplate, people, sourceCode, text } from '../src/template.ts';
import { examples } from './code.examples.ts';
import { FileLine, fileLineCss } from './parts/file-line.tsx';
import { look, site } from './parts/fields.ts';
import { frameCss } from './parts/frame.ts';
import { Headline } from './parts/headline.tsx';
import { findColors } from './parts/highlight.ts';
import { Listing, listingCss, shownOf } from './parts/listing.tsx';
import { palette, type Papers } from './parts/palette.ts';
import { namesOf } from './parts/people.ts';
import { phrasesIn, say } from './parts/phrases.ts';
import { byShape } from './parts/shapes.ts';
import { syntaxColors } from './parts/syntax-colors.ts';
import { syntaxes } from './parts/syntaxes.ts';
import { listed } from './parts/words.tsx';

export const props = z.strictObject({
  code: sourceCode(1200, 'The code, 1 to 1,200 characters; 18 lines of it are shown at most'),
  syntax: z.enum(syntaxes).default('text').describe('The language it is written in'),
  title: text(120, 'A headline above it, up to 120 characters', { marks: true }).optional(),
  file: text(60, 'The name of the file').optional(),
  author: people(60, 'Who wrote it, one or several').optional(),
  site: site(),
  ...look('keywords and small marks', '#2f5bea'),
});

const papers: Papers = {
  light: { ground: '#fbfaf6', ink: '#1a1c22' },
  dark: { ground: '#10131a', ink: '#eceae4' },
};

/** A listing, set as a book would: numbered lines along a margin, and only so many colours. */
export const code = defineTemplate({
  name: 'code',
  description: 'Some code with its colours, in any of 25 languages. For tutorials, releases and snippets.',
  props,
  examples,
  fonts: [
    { family: 'Inter', weights: [500, 700] },
    { family: 'JetBrains Mono', weights: [500, 700] },
  ],
  viewport: 'og',
  chroma: 'full',
  prepare: ({ code, syntax }) => findColors(shownOf(code), syntax),
  alt: ({ title, file, author, site }, { language }) => {
    const { by, code, on } = phrasesIn(language);
    return listed(language, title ?? code, file, say(by, namesOf(author, language)), say(on, site));
  },
  render: (card, { language }) => (
    <main style={{ ...palette({ ...card, papers }), ...syntaxColors({ ...card, ...papers[card.theme] }) }}>
      <FileLine {...card} author={namesOf(card.author, language)} />
      {card.title && <Headline text={card.title} least={0.7} />}
      <Listing {...card} />
    </main>
  ),
  css: css`
    ${frameCss}
    ${fileLineCss}
    ${listingCss}
    ${byShape({
      headline: { wide: '3.25rem', upright: '5.25rem' },
      leading: { wide: 1.1 },
      tracking: { wide: '-0.03em' },
      gutter: { wide: '4.75rem' },
      edge: { wide: '3.5rem', widest: '3rem', upright: '3.5rem' },
      'below-header': { wide: '2rem', widest: '1.6rem', upright: '2rem' },
    })}
    main {
      padding: var(--top) 4.5rem var(--edge);
    }
    .title {
      flex: none;
      max-height: calc(2 * var(--leading) * var(--headline));
      margin-bottom: 1.75rem;
      padding-left: var(--gutter);
    }
    h1 {
      padding: 0;
    }
    @media (max-aspect-ratio: 1/1) {
      main:has(.credits) {
        padding-bottom: calc(2 * var(--edge) + 2.2rem);
      }
      main:has(.credits) .listing {
        margin-bottom: auto;
      }
      .title {
        max-height: 40%;
        margin-block: auto 2.75rem;
      }
      .title + .listing {
        margin-top: 0;
      }
    }
  `,
});
