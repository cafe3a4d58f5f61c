import * as z from 'zod';
import { css, defineTemplate, imageDataUrl, text } from '../src/index.ts';
import { sampleAvatar } from './sample-avatar.ts';

const props = z.strictObject({
  title: text(300, 'The headline, 1 to 300 characters'),
  author: text(60, 'Who wrote it').optional(),
  avatar: imageDataUrl(
    'A picture of the author, as a data URL; without one the initials stand in',
  ).optional(),
  tags: z.array(text(24, 'A tag')).max(4).default([]).describe('Up to four topics, as in tags=a,b'),
  site: text(40, 'The name of the site').optional(),
  date: z.iso.date({ error: 'expected a date as in 2026-11-22' }).optional().describe('YYYY-MM-DD'),
  theme: z.enum(['light', 'dark']).default('light').describe('light or dark'),
});

type Props = z.output<typeof props>;

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
    'title only': { title: 'Less, but better' },
  },
  fonts: [{ family: 'Inter', weights: [500, 700] }],
  viewport: 'og',
  alt: ({ title, author, site }) =>
    [title, author && `by ${author}`, site && `on ${site}`].filter(Boolean).join(', '),
  render: (card) => (
    <main class={card.theme}>
      {(card.site || card.date) && (
        <header>
          <span class="site">{card.site}</span>
          {card.date && <time>{formatDate(card.date)}</time>}
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
    html {
      font-size: 16px;
    }
    main {
      --ink: #17181c;
      --soft: #6a665e;
      --paper: #f7f4ed;
      --line: #17181c26;
      --accent: #e0452b;
      height: 100%;
      padding: 4rem 4.5rem;
      display: flex;
      flex-direction: column;
      gap: 2.5rem;
      background: var(--paper);
      color: var(--ink);
      font-weight: 500;
    }
    main.dark {
      --ink: #f5f2ea;
      --soft: #a5a29a;
      --paper: #14161c;
      --line: #f5f2ea2e;
      --accent: #ff7452;
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
      margin-right: 0.55em;
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
      padding-right: 0.04em;
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
      position: relative;
      flex: none;
      width: 4.5rem;
      height: 4.5rem;
      border-radius: 50%;
      overflow: hidden;
      display: grid;
      place-items: center;
      background: var(--disc);
      color: #fff;
      font-size: 1.6rem;
      letter-spacing: 0;
    }
    .portrait img {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: cover;
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
      height: 2.9rem;
      overflow: hidden;
      flex: 1 0 auto;
      max-width: 60%;
      font-size: 1.45rem;
    }
    li {
      padding: 0 1.15rem;
      line-height: calc(2.9rem - 4px);
      border: 2px solid var(--line);
      border-radius: 2rem;
      color: var(--soft);
      white-space: nowrap;
    }
    @media (min-aspect-ratio: 2/1) {
      html {
        font-size: 15px;
      }
    }
    @media (max-aspect-ratio: 1/1) {
      html {
        font-size: 17px;
      }
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
      <div class="portrait" style={{ '--disc': discColor(author) }}>
        {initials(author)}
        {avatar && <img src={avatar} alt="" />}
      </div>
      <span class="name" dir="auto">
        {author}
      </span>
    </div>
  );
}

function formatDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

function initials(name: string): string {
  const words = name.split(/\s+/);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => (Array.from(word)[0] ?? '').toUpperCase()).join('');
}

/** An author keeps their colour from card to card; white text reads on all of them. */
function discColor(name: string): string {
  const colors = ['#b3452c', '#8a5a00', '#3d6b2f', '#1f6f6b', '#2c5fa8', '#6a4fb3', '#a03a73'];
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.codePointAt(0)!) >>> 0;
  return colors[hash % colors.length]!;
}
