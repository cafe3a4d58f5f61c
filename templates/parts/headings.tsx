import { css } from '../../src/template.ts';

/** What a page is made of: its headings, along a line that begins where the reader does. */
export function Headings({ headings }: { headings: readonly string[] }) {
  return (
    <ol class="headings" style={{ '--rows': Math.ceil(headings.length / 2) }}>
      {headings.map((heading) => (
        <li>
          <span class="passage" dir="auto">
            {heading}
          </span>
        </li>
      ))}
    </ol>
  );
}

export const headingsCss = css`
  .headings {
    --lines: 2;
    flex: none;
    width: 23rem;
    padding: 4.35rem 2.75rem 0;
    overflow: hidden;
    background: var(--wash);
    color: var(--soft);
    font-size: 1.6rem;
  }
  .headings li {
    padding-block: 0.55rem;
    padding-inline-start: 1.5rem;
    border-inline-start: 3px solid var(--line);
  }
  .headings li:first-child {
    border-color: var(--accent);
    color: var(--ink);
  }
  .headings .passage {
    text-wrap: wrap;
  }
  @media (max-aspect-ratio: 1/1) {
    .headings {
      --lines: 1;
      width: 100%;
      padding: 2.25rem 4.5rem 2.5rem;
      display: grid;
      grid: repeat(var(--rows), auto) / auto-flow minmax(0, 1fr);
      column-gap: 2.5rem;
    }
  }
  @media (max-aspect-ratio: 4/5) {
    .headings {
      padding-block: 3rem 3.5rem;
      grid: auto-flow / minmax(0, 1fr);
    }
  }
`;
