import { css } from '../../src/template.ts';

/** Topics, as many as there is room for on a line. */
export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <ul class="tags">
      {tags.map((tag) => (
        <li dir="auto">{tag}</li>
      ))}
    </ul>
  );
}

export const tagsCss = css`
  .tags {
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
  .tags:only-child {
    max-width: none;
    justify-content: flex-start;
  }
  .tags li {
    padding: 0 1.15rem;
    line-height: calc(3.1rem - 4px);
    border: 2px solid var(--line);
    border-radius: 2rem;
    color: var(--soft);
    white-space: nowrap;
  }
  @media (max-aspect-ratio: 1/1) {
    .tags {
      max-width: none;
      justify-content: flex-start;
      flex-basis: 100%;
    }
  }
`;
