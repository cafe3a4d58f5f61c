import * as z from 'zod';
import { css, defineTemplate, image, people, plainText, text, type Viewport } from '../src/template.ts';
import { examples } from './article.examples.ts';
import { Byline, bylineCss } from './parts/byline.tsx';
import { date, look, site } from './parts/fields.ts';
import { frameCss } from './parts/frame.ts';
import { Headline } from './parts/headline.tsx';
import { palette, type Papers } from './parts/palette.ts';
import { firstOf, namesOf } from './parts/people.ts';
import { phrasesIn, say } from './parts/phrases.ts';
import { Plate, plateCss } from './parts/plate.tsx';
import { byShape } from './parts/shapes.ts';
import { SiteLine, siteLineCss } from './parts/site-line.tsx';
import { Tags, tagsCss } from './parts/tags.tsx';
import { listed, Passage } from './parts/words.tsx';

export const props = z.strictObject({
  title: text(300, 'The headline, 1 to 300 characters', { marks: true }),
  description: text(240, 'A sentence or two on it, shown where the headline leaves room').optional(),
  author: people(120, 'Who wrote it, one or several').optional(),
  avatar: image('A picture of the author; without one the initials stand in').optional(),
  cover: image('The picture of the post', { maxPixelsSide: 1080 }).optional(),
  tags: z.array(text(24, 'A tag')).max(4).default([]).describe('Up to four topics, as in tags=a,b'),
  site: site(),
  date: date(),
  ...look('the small marks', '#e0452b'),
});

const papers: Papers = {
  light: { ground: '#f7f4ed', ink: '#17181c' },
  dark: { ground: '#14161c', ink: '#f5f2ea' },
};

/** The editorial card: a headline on paper, with its author. */
export const article = defineTemplate({
  name: 'article',
  description: 'A headline with its author, topics and date. For posts, news and essays.',
  props,
  examples,
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ title, author, site }, { language }) => {
    const { by, on } = phrasesIn(language);
    return listed(language, title, say(by, namesOf(author, language)), say(on, site));
  },
  render: (card, { language, viewport }) => (
    <main style={palette({ ...card, papers })}>
      <Plate picture={card.cover} />
      <SiteLine {...card} language={language} />
      {!card.cover && card.description && leavesRoom(card.title, viewport) ? (
        <div class="middle">
          <Headline text={card.title} least={0.36} />
          <Passage name="description" text={card.description} />
        </div>
      ) : (
        <Headline text={card.title} least={0.36} isFilling />
      )}
      {(card.author || card.tags.length > 0) && (
        <footer>
          {card.author && (
            <Byline
              name={namesOf(card.author, language)}
              initialsOf={firstOf(card.author)}
              portrait={card.avatar}
            />
          )}
          <Tags tags={card.tags} />
        </footer>
      )}
    </main>
  ),
  css: css`
    ${frameCss}
    ${siteLineCss}
    ${bylineCss}
    ${tagsCss}
    ${byShape({ headline: { wide: '6.75rem', upright: '8rem' }, leading: { wide: 1.1 } })}
    main {
      padding: var(--top) 4.5rem;
      gap: 2.5rem;
      box-shadow: inset 0 0.75rem var(--brand); /* the site's colour, as the edge of a printed sheet */
    }
    ${plateCss}
    main:has(.plate) {
      --headline: 4.75rem;
    }
    .plate + .title {
      --headline: 6.5rem;
    }
    header {
      line-height: normal;
    }
    .middle {
      --headline: 5.5rem;
    }
    .middle:only-child {
      --headline: 7.5rem;
    }
    .description {
      --pitch: 1.36;
      --lines: 3;
      flex: none;
      max-width: 52rem;
      margin-top: 1.5rem;
      font-size: 1.9rem;
      color: var(--soft);
      text-wrap: pretty;
    }
    .title:only-child {
      --headline: 9rem;
    }
    footer {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 2.5rem;
    }
    .portrait {
      font-size: 1.5rem;
    }
    @media (max-aspect-ratio: 1/1) {
      h1 {
        text-wrap: wrap;
      }
      .middle {
        --headline: 7rem;
      }
      .description {
        --lines: 4;
        font-size: 2.1rem;
      }
      footer {
        flex-wrap: wrap;
        gap: 1.75rem;
      }
    }
  `,
});

/** A short headline does; Han, kana and Hangul are twice as wide as other letters. */
function leavesRoom(text: string, { width, height }: Viewport): boolean {
  const title = plainText(text);
  const wide =
    title.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return title.length + wide <= (width > height ? 64 : 90);
}
