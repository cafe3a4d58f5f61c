import { css } from '../../src/template.ts';
import { Portrait, portraitCss } from './portrait.tsx';

export interface SpeakerProps {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  /** A data URL; without one the initials stand in. */
  readonly portrait?: string | undefined;
}

/** Who said something: a portrait, and beside it a name above a role. */
export function Speaker({ name, role, portrait }: SpeakerProps) {
  return (
    <div class="speaker">
      {(name || portrait) && <Portrait name={name ?? ''} picture={portrait} />}
      <div class="lines">
        {name && (
          <b class="name" dir="auto">
            {name}
          </b>
        )}
        {role && (
          <span class="role" dir="auto">
            {role}
          </span>
        )}
      </div>
    </div>
  );
}

export const speakerCss = css`
  ${portraitCss}
  .speaker {
    min-width: 0;
    display: flex;
    align-items: center;
    gap: 1.4rem;
  }
  .speaker .portrait {
    background: var(--brand);
    color: var(--on-brand);
  }
  .lines {
    min-width: 0;
    display: grid;
  }
  .name,
  .role {
    overflow: hidden;
    text-overflow: ellipsis;
    padding-block: 0.1em;
    white-space: nowrap;
  }
  .name {
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  .role {
    color: var(--soft);
  }
`;
