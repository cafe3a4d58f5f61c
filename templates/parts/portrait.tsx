import { css } from '../../src/template.ts';
import { Picture } from './picture.tsx';

export interface PortraitProps {
  readonly name: string;
  /** A data URL; without one the initials stand in. */
  readonly picture?: string | undefined;
}

/** A round picture of somebody, or their initials on a colour that is theirs on every card. */
export function Portrait({ name, picture }: PortraitProps) {
  return (
    <div class="portrait" style={{ '--disc': discColor(name) }}>
      {picture ? <Picture source={picture} /> : <span aria-hidden="true">{initials(name)}</span>}
    </div>
  );
}

/** Its size is its `font-size` three times; set that where it stands. */
export const portraitCss = css`
  .portrait {
    flex: none;
    width: 3em;
    height: 3em;
    border-radius: 50%;
    overflow: hidden;
    display: grid;
    place-items: center;
    background: var(--disc);
    color: #fff;
    font-weight: 700;
    letter-spacing: 0;
    line-height: 1;
  }
  .portrait img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
`;

/** Arabic letters would join into a word, so what shows nothing stands between them. */
const nonJoiner = '\u200c';
const oneIsEnough = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What stands between two people; `and` may be a word of a name, and ` & ` hardly is. */
const between = /\s+[&+＆]\s+/;

/**
 * Of the first and the last word that have letters: emoji, quotes and the Arabic article are none.
 * Of several people, of the first words of the first and of the last.
 */
export function initials(name: string): string {
  const people = name.split(between);
  const firstNames = people.map((person) => person.trim().split(/\s+/, 1)[0]);
  const meant = people.length < 2 ? name : firstNames.join(' ');
  const words = meant.split(/\s+/).map((word) => word.replace(/^ال(?=\p{L}{2})/u, ''));
  const letters = words.flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  if (letters.length < 2) return (letters[0] ?? Array.from(name)[0] ?? '').toUpperCase();
  const [first, last] = [letters[0]!.toUpperCase(), letters.at(-1)!.toUpperCase()];
  if (oneIsEnough.test(first)) return first;
  return /\p{Script=Arabic}/u.test(first) ? first + nonJoiner + last : first + last;
}

/** White text reads on all of them. */
const discColors = ['#b3452c', '#8a5a00', '#3d6b2f', '#1f6f6b', '#2c5fa8', '#6a4fb3', '#a03a73'];

export function discColor(name: string): string {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.codePointAt(0)!) >>> 0;
  return discColors[hash % discColors.length]!;
}
