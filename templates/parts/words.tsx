import { css } from '../../src/template.ts';

export interface WordsProps {
  /** What it is, which is its class. */
  readonly name: string;
  readonly text: string | undefined;
}

/** Words on one line, cut where it ends; nothing where there are none. */
export function Line({ name, text, as: Tag = 'span' }: WordsProps & { readonly as?: 'span' | 'b' | 'p' }) {
  if (!text) return null;
  return (
    <Tag class={`cut ${name}`} dir="auto">
      {text}
    </Tag>
  );
}

/** A sentence or two, cut after `--lines` lines of `--pitch`. */
export function Passage({ name, text }: WordsProps) {
  if (!text) return null;
  return (
    <p class={`passage ${name}`} dir="auto">
      {text}
    </p>
  );
}

/** What is written the other way stands on the side of the card where everything stands. */
export const wordsCss = css`
  [dir] {
    text-align: -webkit-match-parent;
  }
  b {
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  .cut {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    padding-block: 0.1em;
  }
  p.cut,
  .passage {
    line-height: calc(var(--pitch, 1.25) * var(--tall));
  }
  .passage {
    text-wrap: balance;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--lines);
    overflow: hidden;
  }
`;

const commas: Readonly<Record<string, string>> = {
  ar: '، ',
  fa: '، ',
  ur: '، ',
  ja: '、',
  zh: '，',
  yue: '，',
};

/** The parts of a sentence that there are, as a list, with the comma of its language. */
export function listed(language: string, ...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(commas[new Intl.Locale(language).language] ?? ', ');
}
