import * as z from 'zod';
import { color, css, defineTemplate, image, text, theme } from '../src/template.ts';
import { Cover, coverCss } from './parts/cover.tsx';
import { palette, type Paper, type Theme } from './parts/palette.ts';
import { Player, playerCss } from './parts/player.tsx';
import { sampleHills, sampleShapes, sampleSunset } from './parts/sample-covers.ts';
import { sizes } from './parts/sizes.ts';

const props = z.strictObject({
  title: text(160, 'What it is called, 1 to 160 characters'),
  show: text(60, 'The podcast, channel or series').optional(),
  episode: text(24, 'Which one, as you write it: Episode 12, S2 E4').optional(),
  duration: text(20, 'How long it is, as you write it: 48 min').optional(),
  guest: text(80, 'Who is in it').optional(),
  cover: image('A square cover, or a picture of 16:9 for a video; without one a sleeve is drawn', {
    maxPixelsSide: 640,
  }).optional(),
  kind: z.enum(['audio', 'video']).default('audio').describe('audio or video'),
  theme: theme(),
  brand: color('The colour of the drawn sleeve and the small marks, as in #6741d9').default('#6741d9'),
});

const papers: Record<Theme, Paper> = {
  light: { ground: '#faf8f4', ink: '#18171c' },
  dark: { ground: '#15141a', ink: '#f3f1ec' },
};

/** The card of something to hear or see: its cover, as large as the card is high, and what it is. */
export const episode = defineTemplate({
  name: 'episode',
  description: 'A cover beside a title, with its show and length. For podcasts, videos and talks.',
  props,
  examples: {
    short: {
      title: 'The lake that goes out with the tide',
      show: 'Slow Water',
      episode: 'Episode 12',
      duration: '48 min',
      guest: 'Ingrid Solheim',
      cover: sampleSunset,
      brand: '#d9482b',
    },
    video: {
      title: 'Walking the ridge ahead of the rain',
      show: 'Long Way Up',
      episode: 'S2 E4',
      duration: '17:35',
      cover: sampleHills,
      kind: 'video',
      theme: 'dark',
      brand: '#e5854b',
    },
    long: {
      title:
        'Everything we got wrong about typefaces for bus timetables, and what eleven drivers, two printers and a very patient passenger taught us about small figures',
      show: 'The Small Print Club',
      episode: 'No. 204',
      duration: '1 hr 32 min',
      guest: 'O. Adeyemi and M. Beauchamp',
      cover: sampleShapes,
      brand: '#2f4bb5',
    },
    'no image': {
      title: 'How bridges sing',
      show: 'Field Recordings',
      episode: 'No. 7',
      duration: '31 min',
      guest: 'Aiko Tanabe',
    },
    'video, no image': {
      title: 'Kerning by ear',
      show: 'Type Workshop',
      duration: '12:08',
      guest: 'Lucas Ferreira',
      kind: 'video',
      brand: '#0f6e62',
    },
    rtl: {
      title: 'مدينة تحت الماء: حكاية الغواصين الأوائل',
      show: 'أصوات من البحر',
      episode: 'الحلقة ١٢',
      duration: '٤٨ دقيقة',
      guest: 'ياسمين الخطيب',
      cover: sampleSunset,
      brand: '#b8442a',
    },
    cjk: {
      title: '네 시의 빵집, 도시가 깨어나기 전',
      show: '새벽의 사람들',
      episode: '23화',
      duration: '42분',
      guest: '한서윤',
      theme: 'dark',
      brand: '#f0b429',
    },
    emoji: {
      title: 'Forty mushrooms, one pan 🍄',
      show: 'Supper Club 🍳',
      episode: 'Episode 3',
      duration: '26 min',
      brand: '#a8324a',
    },
    bare: { title: 'Trailer' },
  },
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ title, show, episode, guest, duration, kind }) =>
    [
      `${kind === 'video' ? 'Video' : 'Podcast'}: ${title}`,
      guest && `with ${guest}`,
      [show, episode].filter(Boolean).join(', '),
      duration,
    ]
      .filter(Boolean)
      .join(', '),
  render: (card) => (
    <main class={card.kind} style={palette({ ...card, papers })}>
      <Cover picture={card.cover} words={card.show ?? card.title} kind={card.kind} />
      <section>
        <header>
          {card.show && (
            <span class="show" dir="auto">
              {card.show}
            </span>
          )}
          {card.episode && (
            <span class="episode" dir="auto">
              {card.episode}
            </span>
          )}
        </header>
        <div class="title">
          <h1 dir="auto" data-fit="0.4">
            {card.title}
          </h1>
        </div>
        <Player {...card} words={card.title} />
      </section>
    </main>
  ),
  css: css`
    ${sizes}
    ${coverCss}
    ${playerCss}
    main {
      height: 100%;
      display: flex;
      background: var(--ground);
      color: var(--ink);
      font-weight: 500;
      font-size: 1.75rem;
    }
    .cover {
      flex: none;
      height: 100%;
      aspect-ratio: 1;
    }
    section {
      flex: 1 1 0;
      min-width: 0;
      min-height: 0;
      padding-block: 4rem;
      padding-inline: 3.5rem 4rem;
      display: flex;
      flex-direction: column;
      gap: 2rem;
    }
    [dir='auto'] {
      text-align: -webkit-match-parent;
    }
    header {
      flex: none;
      display: flex;
      justify-content: space-between;
      gap: 1.5rem;
      padding-bottom: 1.25rem;
      border-bottom: 2px solid var(--line);
      white-space: nowrap;
    }
    header:empty {
      display: none;
    }
    .show,
    .episode {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      padding-block: 0.1em;
    }
    .show {
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    .episode {
      flex: none;
      max-width: 55%;
      color: var(--soft);
      font-variant-numeric: tabular-nums;
    }
    .title {
      flex: 1 1 0;
      min-height: 0;
      display: grid;
      align-content: center;
    }
    h1 {
      min-width: 0;
      font-weight: 700;
      font-size: calc(4.9rem / var(--tall));
      line-height: calc(1.08 * var(--tall));
      letter-spacing: -0.034em;
      text-wrap: balance;
      padding-inline-end: 0.04em;
    }
    @media (max-aspect-ratio: 1/1) {
      main {
        flex-direction: column;
      }
      .cover {
        height: auto;
      }
      .video .cover {
        aspect-ratio: 16 / 9;
      }
      section {
        padding: 2.5rem 4rem 2.75rem;
        gap: 1.25rem;
      }
      h1 {
        font-size: calc(5.25rem / var(--tall));
      }
    }
    @media (aspect-ratio: 1/1) {
      .audio {
        display: grid;
        grid-template: 50% minmax(0, 1fr) auto / 50% 50%;
      }
      .audio .cover {
        height: 100%;
      }
      .audio section {
        display: contents;
      }
      .audio header {
        display: flex;
        flex-direction: column;
        justify-content: flex-end;
        gap: 0.25rem;
        padding: 3rem;
        border: 0;
        background: var(--brand);
        color: var(--on-brand);
      }
      .audio .show {
        padding-block: 0;
        font-size: 3rem;
        line-height: calc(1.22 * var(--tall));
        letter-spacing: -0.03em;
        white-space: normal;
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
      }
      .audio .episode {
        max-width: 100%;
        color: var(--on-brand-soft);
      }
      .audio .title {
        grid-column: 1 / -1;
        margin: 2.5rem 4rem;
      }
      .audio .player {
        grid-column: 1 / -1;
        margin: 0 4rem 2.75rem;
      }
    }
  `,
});
