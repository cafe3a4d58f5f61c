import { css } from '../../src/template.ts';

/** Up to three figures in columns of one width, each above what it counts. */
export function Counts({ counts }: { counts: readonly string[] }) {
  return (
    <ul class="counts">
      {counts.map((count) => (
        <Count {...partsOf(count)} />
      ))}
    </ul>
  );
}

/** The longer a figure, the smaller: `--room` is how much of a column its letters may take together. */
export const countsCss = css`
  .counts {
    --room: 18rem;
    flex: none;
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 1.5rem;
    align-items: end;
    padding-top: 1.5rem;
    border-top: 2px solid var(--line);
  }
  .counts li {
    display: grid;
  }
  .counts b,
  .counts span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .counts b {
    font-size: clamp(1.6rem, calc(var(--room) / var(--length)), 2.75rem);
    line-height: calc(1.15 * var(--tall));
    letter-spacing: -0.03em;
    font-variant-numeric: tabular-nums;
  }
  .counts span {
    padding-block: 0.1em;
    font-size: 1.6rem;
    line-height: calc(1.2 * var(--tall));
    color: var(--soft);
  }
  @media (max-aspect-ratio: 1/1) {
    .counts {
      --room: 25rem;
    }
  }
`;

interface CountParts {
  readonly figure: string;
  readonly unit?: string;
}

function Count({ figure, unit }: CountParts) {
  return (
    <li>
      <b dir="auto" style={{ '--length': figure.length }}>
        {figure}
      </b>
      {unit && <span dir="auto">{unit}</span>}
    </li>
  );
}

/** The figure comes first, as in `12 800 readers`, or last, as in `記事 42`. */
function partsOf(count: string): CountParts {
  const words = count.split(/\s+/);
  const isFigure = (word: string) => /\p{Nd}/u.test(word);
  const startsWithFigure = isFigure(words[0]!);
  const turn = words.findIndex((word) => isFigure(word) !== startsWithFigure);
  if (turn === -1) return { figure: count };
  const [before, after] = [words.slice(0, turn).join(' '), words.slice(turn).join(' ')];
  return startsWithFigure ? { figure: before, unit: after } : { figure: after, unit: before };
}
