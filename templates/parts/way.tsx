import { css } from '../../src/template.ts';
import { Line } from './words.tsx';

/** The way to a page, as in `Guides / Caching`: the last step has the room that the others leave. */
export function Way({ steps }: { steps: readonly string[] }) {
  if (steps.length === 0) return null;
  return (
    <div class="way">
      {steps.map((step, index) => (
        <>
          {index > 0 && (
            <span class="slash" aria-hidden="true">
              /
            </span>
          )}
          <Line name="step" text={step} />
        </>
      ))}
    </div>
  );
}

export const wayCss = css`
  .way {
    flex: none;
    display: flex;
    gap: 0.7em;
    margin-bottom: 1.1rem;
    font-family: 'JetBrains Mono';
    line-height: calc(1.3 * var(--tall));
    color: var(--accent);
    white-space: nowrap;
  }
  .step {
    flex: 0 1 auto;
  }
  .step:not(:last-child) {
    flex: none;
    max-width: 32%;
  }
  .slash {
    flex: none;
    padding-block: 0.1em;
    color: var(--soft);
  }
`;
