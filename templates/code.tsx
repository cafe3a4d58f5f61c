import * as z from 'zod';
import { color, css, defineTemplate, text, theme } from '../src/template.ts';
import { loadSyntax, syntaxes } from './parts/highlight.ts';
import { Listing, listingCss } from './parts/listing.tsx';
import { palette, type Paper, type Theme } from './parts/palette.ts';
import { sampleCode } from './parts/sample-code.ts';
import { sizes } from './parts/sizes.ts';
import { syntaxColors } from './parts/syntax-colors.ts';

const props = z.strictObject({
  code: text(1200, 'The code, 1 to 1,200 characters; 18 lines of it are shown at most'),
  syntax: z.enum(syntaxes).default('text').describe('The language it is written in'),
  title: text(120, 'A headline above it, up to 120 characters').optional(),
  file: text(60, 'The name of the file').optional(),
  author: text(60, 'Who wrote it').optional(),
  site: text(40, 'The name of the site').optional(),
  theme: theme(),
  brand: color('The colour of keywords and small marks, as in #2f5bea').default('#2f5bea'),
});

type Props = z.output<typeof props>;

const papers: Record<Theme, Paper> = {
  light: { ground: '#fbfaf6', ink: '#1a1c22' },
  dark: { ground: '#10131a', ink: '#eceae4' },
};

/** A listing, set as a book would: numbered lines along a margin, and only so many colours. */
export const code = defineTemplate({
  name: 'code',
  description: 'Some code with its colours, in any of 25 languages. For tutorials, releases and snippets.',
  props,
  examples: {
    short: {
      code: sampleCode.typescript,
      syntax: 'typescript',
      file: 'functions/card.ts',
      site: 'cardstock',
    },
    dark: {
      title: 'Parse, don’t validate',
      code: sampleCode.rust,
      syntax: 'rust',
      file: 'src/email.rs',
      author: 'Mary Shaw',
      theme: 'dark',
      brand: '#ff8a3d',
    },
    long: {
      title: 'Which word comes next? A\u00a0language model in 24 lines',
      code: sampleCode.python,
      syntax: 'python',
      file: 'followers.py',
      author: 'Annie Easley',
      site: 'Small Programs',
      brand: '#0b7a5e',
    },
    rtl: {
      title: 'كم يوم عمل في الشهر؟',
      code: sampleCode.arabic,
      syntax: 'python',
      file: 'working_days.py',
      author: 'ليلى منصور',
      site: 'دفتر المبرمج',
      brand: '#b4235a',
    },
    cjk: {
      title: 'あきらめる前に、待ってもう一度',
      code: sampleCode.japanese,
      syntax: 'javascript',
      file: 'retry.js',
      site: '夜更けのコード',
      theme: 'dark',
      brand: '#f2c14e',
    },
    emoji: {
      title: 'A status code is a mood 🙂',
      code: sampleCode.emoji,
      syntax: 'javascript',
      site: 'Tiny Servers',
      brand: '#7a3ff2',
    },
    diff: {
      title: 'Look in memory first',
      code: sampleCode.diff,
      syntax: 'diff',
      file: 'cache.js',
      author: 'Radia Perlman',
    },
    bare: { code: sampleCode.bash, syntax: 'bash' },
  },
  fonts: [
    { family: 'Inter', weights: [500, 700] },
    { family: 'JetBrains Mono', weights: [500, 700] },
  ],
  viewport: 'og',
  chroma: 'full',
  prepare: ({ syntax }) => loadSyntax(syntax),
  alt: ({ title, file, author, site }) =>
    [title ?? 'A piece of code', file && `in ${file}`, author && `by ${author}`, site && `on ${site}`]
      .filter(Boolean)
      .join(', '),
  render: (card) => (
    <main style={{ ...palette({ ...card, papers }), ...syntaxColors({ ...card, ...papers[card.theme] }) }}>
      <Header {...card} />
      {card.title && (
        <div class="title">
          <h1 dir="auto" data-fit="0.7">
            {card.title}
          </h1>
        </div>
      )}
      <Listing {...card} />
    </main>
  ),
  css: css`
    ${sizes}
    ${listingCss}
    main {
      --gutter: 4.75rem;
      --edge: 3.5rem;
      height: 100%;
      padding: 4rem 4.5rem var(--edge);
      display: flex;
      flex-direction: column;
      background: var(--ground);
      color: var(--ink);
      font-weight: 500;
    }
    header {
      direction: ltr; /* as the code below it */
    }
    header,
    .credits {
      flex: none;
      display: flex;
      justify-content: space-between;
      gap: 2.5rem;
      font-size: 1.75rem;
      line-height: 2.2rem;
      white-space: nowrap;
    }
    header {
      margin-bottom: 2rem;
      padding-bottom: 1.6rem;
      border-bottom: 2px solid var(--line);
    }
    .credits {
      flex: 0 1 auto;
    }
    .credits,
    .file,
    .author,
    .site {
      min-width: 0;
    }
    .file,
    .author,
    .site {
      overflow: hidden;
      text-overflow: ellipsis;
      padding: 0.3em 3px;
      margin: -0.3em -3px;
    }
    .file {
      flex: 1 1 max-content;
      font-family: 'JetBrains Mono';
      font-weight: 700;
      font-size: 1.65rem;
      letter-spacing: -0.02em;
    }
    .file::before {
      content: '';
      display: inline-block;
      width: 1.1rem;
      height: 1.1rem;
      margin-right: calc(var(--gutter) - 1.1rem);
      border-radius: 50%;
      background: var(--accent);
    }
    .author {
      font-weight: 700;
    }
    .site {
      color: var(--soft);
    }
    .title {
      flex: none;
      max-height: calc(2.2 * 3.25rem);
      margin-bottom: 1.75rem;
      padding-left: var(--gutter);
    }
    h1 {
      font-weight: 700;
      font-size: calc(3.25rem / var(--tall));
      line-height: calc(1.1 * var(--tall));
      letter-spacing: -0.03em;
      text-wrap: balance;
    }
    @media (min-aspect-ratio: 2/1) {
      main {
        --edge: 3rem;
        padding-top: 3.5rem;
      }
      header {
        margin-bottom: 1.6rem;
      }
    }
    @media (max-aspect-ratio: 1/1) {
      main:has(.credits) {
        padding-bottom: calc(2 * var(--edge) + 2.2rem);
      }
      .credits {
        position: absolute;
        inset: auto 4.5rem var(--edge);
        padding-top: 1.6rem;
        border-top: 2px solid var(--line);
      }
      .title {
        max-height: 40%;
        margin-block: auto 2.75rem;
      }
      .title + .listing {
        margin-top: 0;
      }
      h1 {
        font-size: calc(5.25rem / var(--tall));
      }
      main:has(.credits) .listing {
        margin-bottom: auto;
      }
    }
  `,
});

function Header({ file, syntax, author, site }: Props) {
  return (
    <header>
      <span class="file">{file ?? (syntax === 'text' ? '' : syntax)}</span>
      {(author || site) && (
        <div class="credits">
          {author && (
            <span class="author" dir="auto">
              {author}
            </span>
          )}
          {site && (
            <span class="site" dir="auto">
              {site}
            </span>
          )}
        </div>
      )}
    </header>
  );
}
