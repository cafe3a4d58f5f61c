import { css } from '../../src/template.ts';
import { numbersFrom } from './seed.ts';

/** How far each ring is from the brand's colour, in percent: lighter, or darker where negative. The order is the rhythm. */
const steps = [14, 0, 32, -12, 48, 0, -24, 72, 0, 24, -10, 40];
/** Where rings may begin, in a square of 100. */
const centres = [
  [14, 18],
  [86, 22],
  [20, 84],
  [78, 80],
] as const;
const middle = [50, 50] as const;

/**
 * A sleeve for what came without a cover: broad rings around one point, in the brand's colour.
 * Each of the same `words` looks the same on every card. Fills its box, whatever its shape.
 */
export function Sleeve({ words, isCentred }: { words: string; isCentred?: boolean }) {
  const next = numbersFrom(words);
  const [x, y] = isCentred ? middle : centres[Math.floor(next() * centres.length)]!;
  const first = Math.floor(next() * steps.length);
  return (
    <svg class="sleeve" viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {radii(next).map((radius, index) => (
        <circle cx={x} cy={y} r={radius} style={ink(steps[(first + index) % steps.length]!)} />
      ))}
    </svg>
  );
}

export const sleeveCss = css`
  .sleeve {
    display: block;
    width: 100%;
    height: 100%;
    overflow: visible;
    background: var(--brand);
  }
  .sleeve circle {
    fill: color-mix(in srgb, var(--tone) var(--share), var(--brand));
  }
`;

function ink(step: number) {
  return { '--tone': step < 0 ? '#17121f' : '#fffaf0', '--share': `${Math.abs(step)}%` };
}

/** From the outside in, each ring 4 to 16 wide. */
function radii(next: () => number): number[] {
  const list: number[] = [];
  for (let radius = 4 + next() * 6; radius < 150; radius += 4 + next() * 12) list.unshift(radius);
  return list;
}
