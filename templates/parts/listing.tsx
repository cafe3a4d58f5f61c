import { css } from '../../src/template.ts';
import { highlight } from './highlight.ts';
import { roles, type Token } from './syntax-roles.ts';
import type { Syntax } from './syntaxes.ts';

const maxLines = 18;
/** Sizes of the code in hundredths of the card's width. The smallest is 24 pixels of 1200. */
const smallest = 2;
const largest = { one: 6.4, several: 4.8 };

export interface ListingProps {
  readonly code: string;
  readonly syntax: Syntax;
}

/**
 * Code as large as its place can hold, its lines numbered along a margin. It is made smaller
 * before lines are folded, and folded before it is cut.
 */
export function Listing({ code, syntax }: ListingProps) {
  const lines = code.split('\n');
  const isOne = lines.length === 1;
  return (
    <div class="listing">
      <pre class={kindOf(lines.length)} data-fit={smallest / (isOne ? largest.one : largest.several)}>
        {highlight(shownOf(code), syntax).map((tokens) => (
          <span class="line" style={{ '--indent': `${indentOf(tokens)}ch` }}>
            {tokens.map(Piece)}
          </span>
        ))}
      </pre>
    </div>
  );
}

/** What of some code there is room for. */
export function shownOf(code: string): string {
  return code.split('\n', maxLines).join('\n');
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

/**
 * For a column as high as the listing may be, with `--gutter`, where its numbers stand, and
 * `--edge`, how far below the listing the card ends. What the page does to a text that does not
 * fit (see src/camera/page/fit.ts) can be told by its style.
 */
export const listingCss = css`
  .listing {
    direction: ltr;
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
  /* What is too long runs off the card, in whole lines; dots at its end would look like code. */
  pre[style*='line-clamp'] {
    display: block !important;
    -webkit-line-clamp: none !important;
    max-height: round(down, 100%, 1lh);
    padding-block: 0 !important;
    margin-block: 0 !important;
  }
  pre.more,
  pre[style*='line-clamp'] {
    mask: linear-gradient(#000 calc(100% - 7em), transparent);
  }
  .listing:has([style*='line-clamp']) {
    margin-bottom: calc(-1 * var(--edge));
  }
  ${roles.map((role) => `.${role} { color: var(--${role}) }`).join('\n')}
  .keyword {
    font-weight: 700;
  }
`;
