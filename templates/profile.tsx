import * as z from 'zod';
import { color, css, defineTemplate, image, text, theme } from '../src/template.ts';
import { Counts, countsCss } from './parts/counts.tsx';
import { palette, type Paper, type Theme } from './parts/palette.ts';
import { Portrait, portraitCss } from './parts/portrait.tsx';
import { sampleBeard, sampleLogo, samplePortrait } from './parts/sample-portraits.ts';
import { sizes } from './parts/sizes.ts';

const props = z.strictObject({
  name: text(80, 'The name, 1 to 80 characters'),
  role: text(80, 'What they are or do').optional(),
  bio: text(100, 'A sentence about them, up to 100 characters').optional(),
  handle: text(40, 'Where to find them, as in @ada or ada.example').optional(),
  figures: z
    .array(text(24, 'A figure and what it counts'))
    .max(3)
    .default([])
    .describe('Up to three, as in figures=42 posts,7 books'),
  portrait: image('A picture or a logo, square; without one the initials stand in', {
    maxPixelsSide: 640,
  }).optional(),
  kind: z
    .enum(['person', 'organisation'])
    .default('person')
    .describe('person, whose picture is round, or organisation'),
  theme: theme(),
  brand: color('The colour of the panel, as in #d96a29').default('#d96a29'),
});

const papers: Record<Theme, Paper> = {
  light: { ground: '#fbf8f2', ink: '#19181b' },
  dark: { ground: '#141519', ink: '#f4f2ec' },
};

/** The card of somebody: a large portrait on the edge of a panel, and who it is. */
export const profile = defineTemplate({
  name: 'profile',
  description:
    'A large portrait with a name, a sentence and up to three figures. For people and organisations.',
  props,
  examples: {
    short: {
      name: 'Marta Lindqvist',
      role: 'Ceramicist and teacher',
      bio: 'Makes bowls for soup, cups for two hands, and the occasional moon.',
      handle: '@martamakes',
      figures: ['42 posts', '1,280 readers', '9 kilns'],
      portrait: samplePortrait,
    },
    dark: {
      name: 'Kwame Asante',
      role: 'Radio engineer',
      bio: 'Repairs transmitters on four islands and writes down what the weather did to them.',
      handle: 'kwame.example',
      figures: ['117 field notes', '4 islands'],
      portrait: sampleBeard,
      theme: 'dark',
      brand: '#3f8f84',
    },
    organisation: {
      name: 'Quarter Press',
      role: 'Books about making things',
      bio: 'A small publisher in a former sail loft. Two books a year, both of them finished.',
      handle: '@quarterpress',
      figures: ['38 books', '12 people', '2009 founded'],
      portrait: sampleLogo,
      kind: 'organisation',
      brand: '#123c69',
    },
    long: {
      name: 'Dr. Maximiliane Freifrau von Hohenberg-Castellani',
      role: 'Professor emerita of musicology',
      bio: 'Forty years of listening to organs, bells and one very stubborn harpsichord.',
      handle: '@hohenberg.castellani@music.example',
      figures: ['1,204 recordings', '31 instruments', '12 800 subscribers'],
      brand: '#6d2e46',
    },
    'no image': {
      name: 'Yusuf Demir',
      role: 'Gardener, city parks',
      handle: '@thegreenshift',
      figures: ['640 trees', '3 apprentices'],
      brand: '#2f6b3c',
    },
    rtl: {
      name: 'ليان القاسم',
      role: 'مصممة خطوط عربية',
      bio: 'ترسم الحروف منذ عشرين عاماً وتدرّسها في ورش صغيرة.',
      handle: '@layan',
      figures: ['١٢ خطاً', '٨٦ مقالة', '٣ كتب'],
      portrait: samplePortrait,
      brand: '#1f5f8b',
    },
    cjk: {
      name: '佐々木 航',
      role: '船大工',
      bio: '瀬戸内の小さな造船所で、木の舟を一艘ずつ手で作っています。',
      handle: '@wataru',
      figures: ['舟 27', '弟子 2', '日誌 310'],
      brand: '#8a3b2e',
    },
    emoji: {
      name: 'Bea 🐝',
      role: 'Beekeeper on a roof in Leeds',
      bio: 'Honey in August, stings all summer 🍯',
      handle: '@bea',
      figures: ['6 hives', '48 jars'],
      brand: '#f2b705',
    },
    bare: { name: 'Ada Lovelace' },
  },
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ name, role, handle, bio, figures }) => {
    const who = [handle ? `${name} (${handle})` : name, role, ...figures].filter(Boolean).join(', ');
    return bio ? `${who}: ${bio}` : who;
  },
  render: (card) => (
    <main class={card.kind} style={palette({ ...card, papers })}>
      <Portrait name={card.name} picture={card.portrait} />
      <section>
        <div class="who">
          <Line text={card.handle} name="handle" />
          <div class="title">
            <h1 dir="auto" data-fit="0.33">
              {card.name}
            </h1>
          </div>
          <Line text={card.role} name="role" />
          <Line text={card.bio} name="bio" />
        </div>
        {card.figures.length > 0 && <Counts counts={card.figures} />}
      </section>
    </main>
  ),
  css: css`
    ${sizes}
    ${portraitCss}
    ${countsCss}
    main {
      --panel: 17rem;
      --face: 24rem;
      position: relative;
      height: 100%;
      padding-block: 4rem;
      padding-inline: calc(var(--panel) + var(--face) / 2 + 4rem) 4.5rem;
      background: var(--ground);
      color: var(--ink);
      font-weight: 500;
      font-size: 1.75rem;
    }
    main::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: 0;
      width: var(--panel);
      background: var(--brand);
    }
    .portrait {
      position: absolute;
      inset-block: 0;
      inset-inline-start: calc(var(--panel) - var(--face) / 2);
      margin-block: auto;
      box-sizing: content-box;
      width: var(--face);
      height: var(--face);
      border: 0.75rem solid var(--ground);
      margin-inline-start: -0.75rem;
      background: color-mix(in srgb, var(--brand) 14%, var(--ground));
      color: var(--accent);
      font-size: 8.5rem;
      letter-spacing: -0.04em;
    }
    .organisation .portrait {
      border-radius: 4.5rem;
    }
    [dir='auto'] {
      text-align: -webkit-match-parent;
    }
    section {
      height: 100%;
      display: flex;
      flex-direction: column;
      gap: 2.25rem;
    }
    .who {
      flex: 1 1 0;
      min-height: 0;
      display: flex;
      flex-direction: column;
      justify-content: center;
    }
    .who > * {
      flex: none;
    }
    .who > .title {
      flex: 0 1 auto;
      min-height: 0;
    }
    h1 {
      font-weight: 700;
      font-size: calc(6rem / var(--tall));
      line-height: calc(1.06 * var(--tall));
      letter-spacing: -0.036em;
      text-wrap: balance;
      padding-inline-end: 0.04em;
    }
    .handle,
    .role {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      padding-block: 0.1em;
      line-height: calc(1.25 * var(--tall));
    }
    .handle {
      margin-bottom: 0.6rem;
      color: var(--accent);
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    .role {
      margin-top: 1rem;
      font-size: 2.1rem;
      letter-spacing: -0.01em;
    }
    .bio {
      margin-top: 0.5rem;
      color: var(--soft);
      line-height: calc(1.32 * var(--tall));
      text-wrap: pretty;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
    }
    @media (max-aspect-ratio: 1/1) {
      main {
        --panel: 14rem;
        --face: 20rem;
        padding: calc(var(--panel) + var(--face) / 2 + 2rem) 4rem 3.75rem;
      }
      main::before {
        inset: 0 0 auto;
        width: auto;
        height: var(--panel);
      }
      .portrait {
        inset-block: calc(var(--panel) - var(--face) / 2 - 0.75rem) auto;
        inset-inline: 4rem auto;
      }
      .who {
        justify-content: flex-end;
      }
      h1 {
        font-size: calc(6.5rem / var(--tall));
      }
      .bio {
        -webkit-line-clamp: 3;
      }
    }
    @media (max-aspect-ratio: 4/5) {
      main {
        --panel: 22rem;
        --face: 29rem;
      }
      .portrait {
        font-size: 10.5rem;
      }
      h1 {
        font-size: calc(7.5rem / var(--tall));
      }
      .role {
        font-size: 2.3rem;
      }
      .bio {
        font-size: 1.9rem;
      }
    }
  `,
});

function Line({ text, name }: { text: string | undefined; name: string }) {
  if (!text) return null;
  return (
    <p class={name} dir="auto">
      {text}
    </p>
  );
}
