import { css } from '../../src/template.ts';
import { longDate } from './dates.ts';
import { Signed, signedCss } from './signed.tsx';

export interface SiteLineProps {
  readonly site?: string | undefined;
  /** A data URL. */
  readonly logo?: string | undefined;
  readonly date?: string | undefined;
  readonly language: string;
}

/** Where a card is from, behind its logo or a dot of its colour, and when. */
export function SiteLine({ site, logo, date, language }: SiteLineProps) {
  if (!site && !logo && !date) return null;
  return (
    <header>
      <Signed logo={logo}>
        <b class="site" dir="auto">
          {site}
        </b>
      </Signed>
      {date && <time>{longDate(date, language)}</time>}
    </header>
  );
}

/** A line above everything, ruled off. */
export const siteLineCss = css`
  ${signedCss}
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
  header > .site:not(:empty)::before {
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
