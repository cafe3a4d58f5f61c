import * as z from 'zod';
import { color, css, defineTemplate, text, theme } from '../src/template.ts';
import { contrast, mix, palette, readableOn, type Theme } from './parts/palette.ts';
import { sizes } from './parts/sizes.ts';

const props = z.strictObject({
  title: text(120, 'The title, 1 to 120 characters'),
  subtitle: text(140, 'A sentence below it, up to 140 characters').optional(),
  site: text(40, 'The name of the site, set into the frame').optional(),
  theme: theme(),
  brand: color('The colour of the ground, as in #1b2a6b').default('#1b2a6b'),
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
  examples: {
    short: { title: 'Cardstock', subtitle: 'Social cards for every page, made by a real browser.' },
    long: {
      title: 'A field guide to the pictures that travel with links',
      subtitle: 'How previews are chosen, cropped, cached and forgotten, and what a site can do about it.',
      site: 'The Preview Handbook',
      brand: '#0f5c4a',
    },
    dark: {
      title: 'Opening hours',
      subtitle: 'The reading room is open every day from nine until the last reader goes home.',
      site: 'Harbour Library',
      theme: 'dark',
      brand: '#c8553d',
    },
    pale: {
      title: 'What’s on this week',
      subtitle: 'Concerts, talks and two evenings under the stars.',
      site: 'Kulturhaus Lindenau',
      brand: '#f4d35e',
    },
    rtl: {
      title: 'مكتبة الحي',
      subtitle: 'كتب للإعارة وحكايات للأطفال كل يوم سبت، والدخول مجاني للجميع.',
      site: 'دليل المدينة',
      brand: '#6b1f3a',
    },
    cjk: {
      title: '港の小さな図書館',
      subtitle: '一万冊の本と、静かな窓辺の席があります。お気軽にお立ち寄りください。',
      site: '港町だより',
      brand: '#24463c',
    },
    emoji: {
      title: 'Garden diary 🌱',
      subtitle: 'What we sow, what comes up, and what the snails leave us 🐌',
      brand: '#2d6a2e',
    },
    bare: { title: 'Hello, world' },
  },
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ title, subtitle, site }) =>
    [site ? `${title}, on ${site}` : title, subtitle].filter(Boolean).join(': '),
  render: (card) => (
    <main style={colors(card)}>
      <div class="frame">
        {card.site && (
          <p class="site" dir="auto">
            <span>{card.site}</span>
          </p>
        )}
        <div class="title">
          <h1 dir="auto" data-fit="0.3">
            {card.title}
          </h1>
        </div>
        {card.subtitle && (
          <p class="subtitle" dir="auto">
            {card.subtitle}
          </p>
        )}
      </div>
    </main>
  ),
  css: css`
    ${sizes}
    main {
      height: 100%;
      padding: 2.25rem;
      background: var(--brand);
      color: var(--on-brand);
    }
    .frame {
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
    .frame::before {
      content: '';
      flex: none;
      width: 4.5rem;
      height: 0.5rem;
      margin-bottom: 2.5rem;
      border-radius: 1rem;
      background: var(--mark);
    }
    .site {
      position: absolute;
      inset-inline: 15%;
      top: -1px;
      translate: 0 -50%;
      font-weight: 700;
      font-size: 1.6rem;
      line-height: calc(1.4 * var(--tall));
      letter-spacing: -0.01em;
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .site span {
      padding-inline: 1em;
      background: var(--brand);
    }
    .title {
      flex: 0 1 auto;
      min-height: 0;
      max-height: 58%;
      max-width: 100%;
    }
    h1 {
      font-weight: 700;
      font-size: calc(8rem / var(--tall));
      line-height: calc(1.1 * var(--tall));
      letter-spacing: -0.036em;
      text-wrap: balance;
      padding-inline: 0.06em;
    }
    .subtitle {
      flex: none;
      max-width: 52rem;
      margin-top: 1.75rem;
      font-weight: 500;
      font-size: 2.1rem;
      line-height: calc(1.35 * var(--tall));
      color: var(--on-brand-soft);
      text-wrap: balance;
      overflow-wrap: anywhere;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
    }
    @media (min-aspect-ratio: 2/1) {
      html {
        font-size: 15px;
      }
    }
    @media (max-aspect-ratio: 1/1) {
      .frame {
        padding: 3.5rem;
      }
      h1 {
        font-size: calc(9rem / var(--tall));
      }
      .subtitle {
        font-size: 2.3rem;
        -webkit-line-clamp: 5;
      }
    }
  `,
});
