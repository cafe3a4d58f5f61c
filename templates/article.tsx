import * as z from 'zod';
import { css, defineTemplate, image, text } from '../src/template.ts';
import { examples } from './article.examples.ts';
import { Byline, bylineCss } from './parts/byline.tsx';
import { date, look, site } from './parts/fields.ts';
import { frameCss } from './parts/frame.ts';
import { Headline } from './parts/headline.tsx';
import { palette, type Papers } from './parts/palette.ts';
import { phrasesIn, say } from './parts/phrases.ts';
import { byShape } from './parts/shapes.ts';
import { SiteLine, siteLineCss } from './parts/site-line.tsx';
import { Tags, tagsCss } from './parts/tags.tsx';
import { listed } from './parts/words.tsx';

export const props = z.strictObject({
  title: text(300, 'The headline, 1 to 300 characters'),
  author: text(60, 'Who wrote it').optional(),
  avatar: image('A picture of the author; without one the initials stand in').optional(),
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
    return listed(title, say(by, author), say(on, site));
  },
  render: (card, { language }) => (
    <main style={palette({ ...card, papers })}>
      <SiteLine {...card} language={language} />
      <Headline text={card.title} least={0.36} isFilling />
      {(card.author || card.tags.length > 0) && (
        <footer>
          {card.author && <Byline name={card.author} portrait={card.avatar} />}
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
    }
    header {
      line-height: normal;
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
      footer {
        flex-wrap: wrap;
        gap: 1.75rem;
      }
    }
  `,
});
