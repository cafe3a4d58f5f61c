import { css } from '../../src/template.ts';

/**
 * A version as large as it goes, at the foot of its box. What follows the numbers, such as -rc.1,
 * is quieter; in 2026-11-22 all are numbers.
 */
export function Version({ version }: { version: string }) {
  const [, numbers = version, rest] = /^([^-+]*\d)([-+].*\p{L}.*)$/u.exec(version) ?? [];
  return (
    <div class="version">
      <h1 dir="ltr" data-fit="0.1">
        {numbers}
        {rest && <span>{rest}</span>}
      </h1>
    </div>
  );
}

/** On the brand's colour; `--version` is its largest size. */
export const versionCss = css`
  .version {
    flex: 1 1 0;
    min-height: 0;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
  }
  .version h1 {
    flex: none;
    width: 100%;
    padding: 0;
    font-size: var(--version);
    line-height: 0.95;
    letter-spacing: -0.06em;
    font-feature-settings: 'tnum';
    white-space: nowrap;
    margin-inline-start: -0.035em;
  }
  /* The space between letters stands behind the last one, here in the margin. */
  [dir='rtl'] .version h1 {
    margin-right: 0.025em;
  }
  .version span {
    font-weight: 500;
    font-feature-settings: 'case'; /* In tabular figures a dash is as wide as a digit. */
    color: var(--on-brand-soft);
  }
`;
