import { css } from '../../src/template.ts';
import { Marked } from './marked.tsx';
import { Line } from './words.tsx';

export interface NewsProps {
  readonly headline?: string | undefined;
  readonly highlights: readonly string[];
}

/** What is new: a sentence, and up to three things beside it or below. */
export function News({ headline, highlights }: NewsProps) {
  if (!headline && highlights.length === 0) return null;
  return (
    <div class="news">
      {headline && (
        <div class="headline">
          <h2 dir="auto" data-fit="0.6">
            <Marked text={headline} />
          </h2>
        </div>
      )}
      {highlights.length > 0 && (
        <ul>
          {highlights.map((highlight) => (
            <li>
              <Line name="highlight" text={highlight} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export const newsCss = css`
  .news {
    flex: none;
    height: 42%;
    padding: 2.75rem 4.5rem 3rem;
    display: grid;
    grid-template-columns: 1fr 1.1fr;
    column-gap: 4rem;
  }
  .headline {
    --headline: 3.5rem;
    min-height: 0;
    min-width: 0;
  }
  h2 {
    font-weight: 700;
    font-size: calc(var(--headline) / var(--tall));
    line-height: calc(1.12 * var(--tall));
    letter-spacing: -0.03em;
    text-wrap: balance;
  }
  .news ul {
    min-width: 0;
    line-height: calc(1.25 * var(--tall));
  }
  .news li {
    display: flex;
    align-items: center;
    height: 3.5rem;
    border-bottom: 2px solid var(--line);
  }
  .news li:last-child {
    border-bottom: 0;
  }
  .news li:first-child {
    margin-top: -0.6rem;
  }
  .news > :only-child {
    grid-column: 1 / -1;
  }
  @media (max-aspect-ratio: 1/1) {
    .news {
      height: auto;
      padding: 3.5rem 4.5rem;
      grid-template-columns: 1fr;
      row-gap: 1.75rem;
    }
    .headline {
      --headline: 3.75rem;
      max-height: calc(3 * 1.12 * var(--headline));
    }
  }
`;
