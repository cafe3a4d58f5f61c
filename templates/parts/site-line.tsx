import { css } from '../../src/template.ts';
import { longDate } from './dates.ts';

export interface SiteLineProps {
  readonly site?: string | undefined;
  readonly date?: string | undefined;
  readonly language: string;
}

/** Where a card is from, behind a dot of its colour, and when. */
export function SiteLine({ site, date, language }: SiteLineProps) {
  if (!site && !date) return null;
  return (
    <header>
      <b class="site" dir="auto">
        {site}
      </b>
      {date && <time>{longDate(date, language)}</time>}
    </header>
  );
}

/** A line above everything, ruled off. */
export const siteLineCss = css`
  header {
    flex: none;
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 2rem;
    padding-bottom: 1.6rem;
    border-bottom: 2px solid var(--line);
    line-height: 2.2rem;
    white-space: nowrap;
  }
  .site {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    padding-block: 0.3em;
    margin-block: -0.3em;
  }
  header .site:not(:empty)::before {
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
`;
