import { css } from '../../src/template.ts';
import { Portrait, portraitCss } from './portrait.tsx';
import { Line, Passage } from './words.tsx';

export interface BylineProps {
  readonly name?: string | undefined;
  /** Whose initials stand in for a portrait, where the name is of more people. @default the name */
  readonly initialsOf?: string | undefined;
  readonly role?: string | undefined;
  /** A data URL; without one the initials stand in. */
  readonly portrait?: string | undefined;
}

/** Who wrote or said something: a portrait, and beside it a name above a role. */
export function Byline({ name, initialsOf = name, role, portrait }: BylineProps) {
  if (!name && !role && !portrait) return null;
  return (
    <div class="byline">
      {(name || portrait) && <Portrait name={initialsOf ?? ''} picture={portrait} />}
      <div class="lines">
        {isLong(name) ? <Passage name="name long" text={name} /> : <Line name="name" text={name} as="b" />}
        <Line name="role" text={role} />
      </div>
    </div>
  );
}

export const bylineCss = css`
  ${portraitCss}
  .byline {
    min-width: 0;
    display: flex;
    align-items: center;
    gap: 1.25rem;
  }
  .lines {
    min-width: 0;
    display: grid;
  }
  .byline .long {
    --lines: 2;
    font-weight: 700;
    font-size: 1.6rem;
    white-space: normal;
  }
  .byline .role {
    color: var(--soft);
  }
`;

/** Several people, as a rule; they have two lines. */
function isLong(name: string | undefined): boolean {
  return name !== undefined && name.length > 36;
}
