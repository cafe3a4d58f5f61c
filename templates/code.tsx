import * as z from 'zod';
import { color, css, defineTemplate, text, theme } from '../src/index.ts';
import { highlight, loadSyntax, roles, syntaxes, type Token } from './parts/highlight.ts';
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

const maxLines = 18;
/** Sizes of the code in hundredths of the card's width. The smallest is 24 pixels of 1200. */
const smallest = 2;
const largest = { one: 6.4, several: 4.8 };

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
      title: 'Which word comes next? A language model in twenty-four lines',
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
    header,
    .listing {
      direction: ltr;
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
      padding-block: 0.3em;
      margin-block: -0.3em;
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
    .listing {
      flex: 0 1 auto;
      min-height: 0;
      margin-block: auto;
      display: flex;
      flex-direction: column;
      text-align: left;
    }
    pre {
      flex: none;
      margin: 0;
      padding-left: var(--gutter);
      background: linear-gradient(var(--line) 0 0) calc(var(--gutter) - 1.75rem) 0 / 2px 100% no-repeat;
      font-family: 'JetBrains Mono';
      font-variant-ligatures: none;
      font-size: ${largest.several}vw;
      line-height: 1.45;
      tab-size: 2;
      white-space: pre;
      counter-reset: line;
    }
    .line {
      --hang: calc(var(--indent, 0ch) + 2ch);
      display: block;
      min-height: 1.45em;
      padding-left: var(--hang);
      text-indent: calc(-1 * var(--hang));
    }
    .line::before {
      counter-increment: line;
      content: counter(line);
      display: inline-block;
      width: var(--gutter);
      margin-left: calc(-1 * var(--gutter));
      text-indent: 0;
      font-size: min(1em, 1.6rem);
      color: var(--soft);
    }
    /* A single line is set like a headline. */
    pre.one {
      font-size: ${largest.one}vw;
      white-space: pre-wrap;
    }
    .one .line::before {
      content: none;
    }
    /* Lines that are too long at the smallest size are folded: at that size, or a few at any that fits. */
    pre[style*='anywhere'] {
      white-space: pre-wrap;
    }
    pre[style*='anywhere']:not(.few) {
      font-size: ${smallest}vw !important;
    }
    /* What is too long runs off the card; dots at its end would look like code. */
    pre[style*='line-clamp'] {
      flex-shrink: 1;
      display: block !important;
      -webkit-line-clamp: none !important;
    }
    pre.more,
    pre[style*='line-clamp'] {
      mask: linear-gradient(#000 calc(100% - 7em), transparent);
    }
    .listing:has([style*='line-clamp']) {
      margin-bottom: calc(-1 * var(--edge));
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
    ${roles.map((role) => `.${role} { color: var(--${role}) }`).join('\n')}
    .keyword {
      font-weight: 700;
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

function Listing({ code, syntax }: Props) {
  const lines = highlight(code, syntax);
  const isOne = lines.length === 1;
  return (
    <div class="listing">
      <pre class={kindOf(lines.length)} data-fit={smallest / (isOne ? largest.one : largest.several)}>
        {lines.slice(0, maxLines).map((tokens) => (
          <span class="line" style={{ '--indent': `${indentOf(tokens)}ch` }}>
            {tokens.map(Piece)}
          </span>
        ))}
      </pre>
    </div>
  );
}

function kindOf(lines: number): string | undefined {
  if (lines === 1) return 'one few';
  if (lines <= 4) return 'few';
  return lines > maxLines ? 'more' : undefined;
}

function Piece({ text, role }: Token) {
  return role ? <span class={role}>{text}</span> : text;
}

/** In columns; a line that must be folded goes on below its beginning. */
function indentOf(tokens: readonly Token[]): number {
  const line = tokens.map(({ text }) => text).join('');
  return line.match(/^\s*/)![0].replaceAll('\t', '  ').length;
}
