import * as z from 'zod';
import { color, css, defineTemplate, image, text, theme } from '../src/template.ts';
import { mix, palette, type Paper, readableOn, type Theme } from './parts/palette.ts';
import { QuotationMark, quotationMarkCss, withoutMarks } from './parts/quotation-mark.tsx';
import { sampleBeard, samplePortrait } from './parts/sample-portraits.ts';
import { sizes } from './parts/sizes.ts';
import { Speaker, speakerCss } from './parts/speaker.tsx';

const props = z.strictObject({
  quote: text(300, 'What was said, 1 to 300 characters; the mark before it is drawn'),
  name: text(60, 'Who said it').optional(),
  role: text(80, 'What they are or do, or where it was said').optional(),
  portrait: image('A picture of them; without one the initials stand in').optional(),
  site: text(40, 'The name of the site').optional(),
  theme: theme(),
  brand: color('The colour of the mark, and a little of it in the paper, as in #2f6b4f').default('#2f6b4f'),
});

type Props = z.output<typeof props>;

/** Paper with a breath of the brand in it. */
function papers(brand: string): Record<Theme, Paper> {
  return {
    light: { ground: mix('#fbf9f3', brand, 0.08), ink: '#1a1a1d' },
    dark: { ground: mix('#0f1013', brand, 0.13), ink: '#f6f3ea' },
  };
}

function colors({ theme, brand }: Pick<Props, 'theme' | 'brand'>) {
  const { ground, ink } = papers(brand)[theme];
  return {
    ...palette({ theme, brand, papers: papers(brand) }),
    '--mark': readableOn(brand, ground, ink, 2.2),
  };
}

/** The card of a sentence worth keeping: a large mark, and the words beside it in a serif. */
export const quote = defineTemplate({
  name: 'quote',
  description: 'A sentence in a serif, with who said it. For quotations, reviews and testimonials.',
  props,
  examples: {
    short: {
      quote: 'Simplicity is the art of leaving out what nobody will miss.',
      name: 'Ida Falkenberg',
      role: 'Architect, in conversation',
      portrait: samplePortrait,
      site: 'Room & Window',
    },
    long: {
      quote:
        'I have read every letter that was ever sent to this newspaper, forty years of them, and I can tell you that people write when they are angry, write again when they are sorry, and only the best of them ever write to say that a thing was well made.',
      name: 'Margarethe Oyelaran',
      role: 'Letters editor, 1981 to 2021',
      site: 'The Long Read',
      brand: '#8c2f39',
    },
    dark: {
      quote: 'We stopped counting page views and started counting thank-yous.',
      name: 'Tomás Arrieta',
      role: 'Founder of a very small bookshop',
      portrait: sampleBeard,
      theme: 'dark',
      brand: '#e8a33d',
    },
    'no image': {
      quote: 'The map was wrong, so we walked.',
      name: 'Nadia Brenner',
      role: 'Mountain guide',
      site: 'Above the Treeline',
      brand: '#2b5f8a',
    },
    rtl: {
      quote: 'الكتاب الجيد لا ينتهي حين تغلقه، بل يبدأ.',
      name: 'سلمى الحداد',
      role: 'أمينة مكتبة في تونس',
      site: 'مجلة القراءة',
      brand: '#7a4a1e',
    },
    cjk: {
      quote: '急がなくていい。道は、歩いた人の後ろにできる。',
      name: '森川 千尋',
      role: '登山家',
      site: '山と言葉',
      brand: '#9a3b3b',
    },
    emoji: {
      quote: 'Best bread in town 🥖 and the only queue I enjoy standing in.',
      name: 'Jonas P.',
      role: 'A neighbour, every Saturday ⭐️⭐️⭐️⭐️⭐️',
      brand: '#b5652a',
    },
    bare: { quote: 'Less, but better.' },
  },
  fonts: [
    { family: 'Newsreader', weights: [500] },
    { family: 'Inter', weights: [500, 700] },
  ],
  viewport: 'og',
  alt: ({ quote, name, role, site }) =>
    [`“${withoutMarks(quote)}”`, name && `said ${name}`, role, site && `on ${site}`]
      .filter(Boolean)
      .join(', '),
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
      {(card.name || card.role || card.site) && (
        <footer>
          {card.site && (
            <span class="site" dir="auto">
              {card.site}
            </span>
          )}
          {(card.name || card.role) && <Speaker {...card} />}
        </footer>
      )}
    </main>
  ),
  css: css`
    ${sizes}
    ${quotationMarkCss}
    ${speakerCss}
    main {
      --column: 8.5rem;
      height: 100%;
      padding: 4rem 4.5rem 3.75rem;
      display: flex;
      flex-direction: column;
      gap: 2.25rem;
      background: var(--ground);
      color: var(--ink);
      font-weight: 500;
    }
    .middle {
      flex: 1 1 0;
      min-height: 0;
      display: flex;
      flex-direction: column;
      justify-content: center;
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
      font-weight: 500;
      font-size: calc(6rem / var(--tall));
      line-height: calc(1.13 * var(--tall));
      letter-spacing: -0.018em;
      text-wrap: balance;
    }
    [dir='auto'] {
      text-align: -webkit-match-parent;
    }
    footer {
      flex: none;
      display: flex;
      align-items: flex-end;
      justify-content: space-between;
      gap: 3rem;
      padding-inline-start: var(--column);
      font-size: 1.75rem;
      line-height: calc(1.25 * var(--tall));
      white-space: nowrap;
    }
    .site {
      flex: none;
      max-width: 34%;
      overflow: hidden;
      text-overflow: ellipsis;
      padding-block: 0.1em;
      color: var(--soft);
    }
    .speaker {
      margin-inline-start: auto;
    }
    @media (max-aspect-ratio: 1/1) {
      main {
        --column: 0rem;
      }
      .words {
        padding-top: 8rem;
      }
      .quotation-mark {
        top: 0;
      }
      footer {
        flex-direction: row-reverse;
      }
      .speaker {
        margin-inline: 0 auto;
      }
    }
    @media (max-aspect-ratio: 4/5) {
      blockquote {
        font-size: calc(6.75rem / var(--tall));
      }
    }
  `,
});
