import * as z from 'zod';
import { color, css, defineTemplate, image, text, theme } from '../src/template.ts';
import { longDate } from './parts/dates.ts';
import { palette, type Paper, type Theme } from './parts/palette.ts';
import { Portrait, portraitCss } from './parts/portrait.tsx';
import { sizes } from './parts/sizes.ts';
import { sampleAvatar } from './parts/sample-avatar.ts';

const props = z.strictObject({
  title: text(300, 'The headline, 1 to 300 characters'),
  author: text(60, 'Who wrote it').optional(),
  avatar: image('A picture of the author; without one the initials stand in').optional(),
  tags: z.array(text(24, 'A tag')).max(4).default([]).describe('Up to four topics, as in tags=a,b'),
  site: text(40, 'The name of the site').optional(),
  date: z.iso.date({ error: 'expected a date as in 2026-11-22' }).optional().describe('YYYY-MM-DD'),
  theme: theme(),
  brand: color('The colour of the small marks, as in #e0452b').default('#e0452b'),
});

type Props = z.output<typeof props>;

const papers: Record<Theme, Paper> = {
  light: { ground: '#f7f4ed', ink: '#17181c' },
  dark: { ground: '#14161c', ink: '#f5f2ea' },
};

/** The editorial card: a headline on paper, with its author. */
export const article = defineTemplate({
  name: 'article',
  description: 'A headline with its author, topics and date. For posts, news and essays.',
  props,
  examples: {
    short: {
      title: 'Every page deserves a picture',
      author: 'Ada Lovelace',
      avatar: sampleAvatar,
      tags: ['design', 'open graph'],
      site: 'cardstock',
      date: '2026-11-22',
    },
    dark: {
      title: 'Cold starts, warm caches: photographing the web one card at a time',
      author: 'Grace Hopper',
      tags: ['serverless', 'chromium', 'typescript'],
      site: 'The Compiler',
      date: '2026-03-09',
      theme: 'dark',
    },
    long: {
      title:
        'What we learned from rendering two thousand social images in a row without a single leaked file descriptor, and why the browser was never the slow part',
      author: 'Margaret Hamilton',
      tags: ['reliability'],
      site: 'Launch Notes',
      date: '2026-07-16',
    },
    'no image': {
      title: 'The quiet return of the printed train timetable',
      author: 'Ines Carvalho',
      tags: ['travel', 'paper'],
      site: 'Slow Lines',
      date: '2026-05-04',
      brand: '#1f6f5c',
    },
    rtl: {
      title: 'كيف عادت المكتبات الصغيرة إلى قلب المدينة',
      author: 'سلمى الحداد',
      tags: ['ثقافة', 'مدن'],
      site: 'مجلة القراءة',
      date: '2026-10-18',
      brand: '#0f6f8c',
    },
    cjk: {
      title: '路面電車が変えた、港町の朝',
      author: '森川 千尋',
      tags: ['街', '交通'],
      site: '港町だより',
      date: '2026-11-03',
      brand: '#c23b4e',
    },
    emoji: {
      title: 'Sourdough for forgetful people 🍞',
      author: 'Jonas Peeters',
      tags: ['baking', 'patience ⏳'],
      site: 'Kitchen Notes',
      date: '2026-02-12',
      brand: '#b5652a',
    },
    'title only': { title: 'Less, but better' },
  },
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ title, author, site }) =>
    [title, author && `by ${author}`, site && `on ${site}`].filter(Boolean).join(', '),
  render: (card, { language }) => (
    <main style={palette({ ...card, papers })}>
      {(card.site || card.date) && (
        <header>
          <span class="site" dir="auto">
            {card.site}
          </span>
          {card.date && <time>{longDate(card.date, language)}</time>}
        </header>
      )}
      <div class="title">
        <h1 dir="auto" data-fit="0.36">
          {card.title}
        </h1>
      </div>
      {(card.author || card.tags.length > 0) && (
        <footer>
          {card.author && <Author {...card} author={card.author} />}
          <ul>
            {card.tags.map((tag) => (
              <li dir="auto">{tag}</li>
            ))}
          </ul>
        </footer>
      )}
    </main>
  ),
  css: css`
    ${sizes}
    ${portraitCss}
    main {
      height: 100%;
      padding: 4rem 4.5rem;
      display: flex;
      flex-direction: column;
      gap: 2.5rem;
      background: var(--ground);
      color: var(--ink);
      font-weight: 500;
    }
    header {
      display: flex;
      justify-content: space-between;
      align-items: center;
      gap: 2rem;
      padding-bottom: 1.6rem;
      border-bottom: 2px solid var(--line);
      font-size: 1.75rem;
      white-space: nowrap;
    }
    .site {
      overflow: hidden;
      text-overflow: ellipsis;
      font-weight: 700;
      letter-spacing: -0.01em;
    }
    .site:not(:empty)::before {
      content: '';
      display: inline-block;
      width: 0.62em;
      height: 0.62em;
      margin-inline-end: 0.55em;
      border-radius: 50%;
      background: var(--accent);
    }
    time {
      flex: none;
      color: var(--soft);
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
      font-size: calc(6.75rem / var(--tall));
      line-height: calc(1.1 * var(--tall));
      letter-spacing: -0.036em;
      text-wrap: balance;
      padding-inline-end: 0.04em;
    }
    .title:only-child h1 {
      font-size: calc(9rem / var(--tall));
    }
    footer {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 2.5rem;
      font-size: 1.75rem;
    }
    .author {
      display: flex;
      align-items: center;
      gap: 1.25rem;
      font-weight: 700;
      letter-spacing: -0.01em;
      min-width: 0;
      white-space: nowrap;
    }
    .portrait {
      font-size: 1.5rem;
    }
    .name {
      overflow: hidden;
      text-overflow: ellipsis;
      padding-block: 0.1em;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 0.75rem;
      height: 3.1rem;
      overflow: hidden;
      flex: 1 0 auto;
      max-width: 60%;
      font-size: 1.6rem;
    }
    ul:only-child {
      max-width: none;
      justify-content: flex-start;
    }
    li {
      padding: 0 1.15rem;
      line-height: calc(3.1rem - 4px);
      border: 2px solid var(--line);
      border-radius: 2rem;
      color: var(--soft);
      white-space: nowrap;
    }
    @media (min-aspect-ratio: 2/1) {
      main {
        padding-block: 3.5rem;
      }
    }
    @media (max-aspect-ratio: 1/1) {
      h1 {
        font-size: calc(8rem / var(--tall));
        text-wrap: wrap;
      }
      footer {
        flex-wrap: wrap;
        gap: 1.75rem;
      }
      ul {
        max-width: none;
        justify-content: flex-start;
        flex-basis: 100%;
      }
    }
  `,
});

function Author({ author, avatar }: Pick<Props, 'avatar'> & { author: string }) {
  return (
    <div class="author">
      <Portrait name={author} picture={avatar} />
      <span class="name" dir="auto">
        {author}
      </span>
    </div>
  );
}
