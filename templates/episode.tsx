import * as z from 'zod';
import { css, defineTemplate, image, text } from '../src/template.ts';
import { examples } from './episode.examples.ts';
import { Cover, coverCss } from './parts/cover.tsx';
import { look } from './parts/fields.ts';
import { frameCss } from './parts/frame.ts';
import { Headline } from './parts/headline.tsx';
import { palette, type Papers } from './parts/palette.ts';
import { phrasesIn, say } from './parts/phrases.ts';
import { Player, playerCss } from './parts/player.tsx';
import { byShape } from './parts/shapes.ts';
import { Show, showCss } from './parts/show.tsx';
import { listed } from './parts/words.tsx';

export const props = z.strictObject({
  title: text(160, 'What it is called, 1 to 160 characters', { marks: true }),
  show: text(60, 'The podcast, channel or series').optional(),
  episode: text(24, 'Which one, as you write it: Episode 12, S2 E4').optional(),
  duration: text(20, 'How long it is, as you write it: 48 min').optional(),
  guest: text(80, 'Who is in it').optional(),
  cover: image('A square cover, or a picture of 16:9 for a video; without one a sleeve is drawn', {
    maxPixelsSide: 640,
  }).optional(),
  kind: z.enum(['audio', 'video']).default('audio').describe('audio or video'),
  ...look('the drawn sleeve and the small marks', '#6741d9'),
});

const papers: Papers = {
  light: { ground: '#faf8f4', ink: '#18171c' },
  dark: { ground: '#15141a', ink: '#f3f1ec' },
};

/** The card of something to hear or see: its cover, as large as the card is high, and what it is. */
export const episode = defineTemplate({
  name: 'episode',
  description: 'A cover beside a title, with its show and length. For podcasts, videos and talks.',
  props,
  examples,
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ title, show, episode, guest, duration, kind }, { language }) => {
    const phrases = phrasesIn(language);
    const what = say(kind === 'video' ? phrases.video : phrases.podcast, title);
    return listed(language, what, say(phrases.with, guest), show, episode, duration);
  },
  render: (card) => (
    <main class={card.kind} style={palette({ ...card, papers })}>
      <Cover picture={card.cover} words={card.show ?? card.title} kind={card.kind} />
      <section class="column">
        <Show {...card} />
        <Headline text={card.title} least={0.4} isFilling />
        <Player {...card} words={card.title} />
      </section>
    </main>
  ),
  css: css`
    ${frameCss}
    ${coverCss}
    ${showCss}
    ${playerCss}
    ${byShape({
      headline: { wide: '4.9rem', upright: '5.25rem' },
      tracking: { wide: '-0.034em' },
    })}
    main {
      flex-direction: var(--flow);
    }
    .cover {
      flex: none;
      height: 100%;
      aspect-ratio: 1;
    }
    .column {
      padding-block: 4rem;
      padding-inline: 3.5rem 4rem;
      gap: 2rem;
    }
    @media (max-aspect-ratio: 1/1) {
      .cover {
        height: auto;
      }
      .video .cover {
        aspect-ratio: 16 / 9;
      }
      .column {
        padding: 2.5rem 4rem 2.75rem;
        gap: 1.25rem;
      }
    }
    /* A square has the cover, the show beside it, and the words below both. */
    @media (aspect-ratio: 1/1) {
      .audio {
        display: grid;
        grid-template: 50% minmax(0, 1fr) auto / 50% 50%;
      }
      .audio .cover {
        height: 100%;
      }
      .audio .column {
        display: contents;
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
