import { css } from '../../src/template.ts';
import { Marked } from './marked.tsx';

export interface HeadlineProps {
  readonly text: string;
  /** The smallest it may become, as a share of `--headline`. */
  readonly least: number;
  /** Takes all the room there is, and stands in the middle of it. */
  readonly isFilling?: boolean;
}

/** What a card is about, as large as its place can hold. */
export function Headline({ text, least, isFilling }: HeadlineProps) {
  return (
    <div class={isFilling ? 'title filling' : 'title'}>
      <h1 dir="auto" data-fit={least}>
        <Marked text={text} />
      </h1>
    </div>
  );
}

/** A design says `--headline`, its largest size, and may say `--leading` and `--tracking`. */
export const headlineCss = css`
  .title {
    flex: 0 1 auto;
    min-height: 0;
  }
  .filling {
    flex: 1 1 0;
    display: grid;
    align-content: center;
  }
  h1 {
    min-width: 0;
    font-weight: 700;
    font-size: calc(var(--headline) / var(--tall));
    line-height: calc(var(--leading, 1.08) * var(--tall));
    letter-spacing: var(--tracking, -0.036em);
    text-wrap: balance;
    padding-inline-end: 0.04em;
  }
`;
