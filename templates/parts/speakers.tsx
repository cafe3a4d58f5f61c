import { css } from '../../src/template.ts';
import { joinedNames } from './people.ts';
import { Portrait, portraitCss } from './portrait.tsx';

export interface SpeakersProps {
  readonly names: readonly string[];
  readonly language: string;
}

/** Up to three names in a sentence, as the language joins them, behind their initials. */
export function Speakers({ names, language }: SpeakersProps) {
  return (
    <div class="speakers">
      <div class="faces">
        {names.map((name) => (
          <Portrait name={name} />
        ))}
      </div>
      <p class="passage">
        {joinedNames(names, language).map(({ type, value }) =>
          type === 'element' ? <bdi>{unbroken(value)}</bdi> : value,
        )}
      </p>
    </div>
  );
}

export const speakersCss = css`
  ${portraitCss}
  .speakers {
    flex: none;
    display: flex;
    align-items: center;
    gap: 1.25rem;
    font-size: 1.65rem;
  }
  .faces {
    flex: none;
    display: flex;
    gap: 0.4rem;
    font-size: 1.6rem;
  }
  .faces .portrait {
    width: 2.8em;
    height: 2.8em;
  }
  .speakers p {
    --lines: 3;
    min-width: 0;
    padding-block: 0.1em;
  }
`;

/** A name stays on one line, unless it needs more than one. */
function unbroken(name: string): string {
  return name.length <= 28 ? name.replaceAll(' ', '\u00a0') : name;
}
