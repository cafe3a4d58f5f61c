import { type FontFace, fileNameOf } from './faces.ts';
import { FontFile } from './font-file.ts';

/** How words are set: what a browser chooses a font by. */
export interface WordStyle {
  /** As CSS writes them, in their order. */
  readonly families: string;
  readonly weight: number;
  readonly isItalic: boolean;
}

/** Characters that one file draws. */
export interface DrawnCharacters {
  readonly family: string;
  readonly file: string;
  readonly characters: string;
}

/** A font that the stylesheet of a card brings itself; what is in it, only the browser knows. */
export interface OwnFace {
  readonly family: string;
  readonly weight: number;
  readonly isItalic: boolean;
  readonly unicodeRange: string;
}

interface Candidate extends OwnFace {
  readonly file: string;
  draws(sign: string): boolean;
}

/**
 * Tells which file draws which characters, as a browser chooses: family by family, in each of them
 * the style and the weight that are nearest, and of those the last one that has the letter with
 * all of its marks. What nothing draws is left out.
 */
export class FontTeller {
  readonly #candidates: readonly Candidate[];

  constructor(faces: readonly FontFace[], own: readonly OwnFace[] = []) {
    const files = new Map<string, FontFile>();
    this.#candidates = [...own.map(ownCandidate), ...faces.map((face) => candidateOf(face, files))];
  }

  tell(text: string, style: WordStyle): DrawnCharacters[] {
    const inOrder = namesIn(style.families).map((family) => this.#nearest(family, style));
    const found = new Map<string, { family: string; file: string; signs: Set<string> }>();
    for (const sign of signsOf(text)) {
      const candidate = inOrder.flat().find((each) => each.draws(sign) || each.draws(sign.normalize()));
      if (!candidate) continue;
      const { family, file } = candidate;
      const drawn = found.get(`${family} ${file}`) ?? { family, file, signs: new Set<string>() };
      drawn.signs.add(sign);
      found.set(`${family} ${file}`, drawn);
    }
    return [...found.values()].map(({ signs, ...names }) => ({ ...names, characters: [...signs].join('') }));
  }

  /** The faces of a family that a style comes to, the last first. */
  #nearest(family: string, { weight, isItalic }: WordStyle): Candidate[] {
    const named = this.#candidates.filter((face) => face.family.toLowerCase() === family.toLowerCase());
    const styled = named.filter((face) => face.isItalic === isItalic);
    const same = styled.length > 0 ? styled : named;
    const chosen = nearestWeight(
      same.map((face) => face.weight),
      weight,
    );
    return same.filter((face) => face.weight === chosen).toReversed();
  }
}

function candidateOf(face: FontFace, files: Map<string, FontFile>): Candidate {
  const { family, weight, style, unicodeRange, data } = face;
  const file = fileNameOf(face);
  const key = `${unicodeRange} ${data}`; // one file under several weights is read once
  const font =
    files.get(key) ?? new FontFile({ name: file, unicodeRange, path: Buffer.from(data, 'base64') });
  files.set(key, font);
  return {
    family,
    weight,
    isItalic: style === 'italic',
    unicodeRange,
    file,
    draws: (sign) => font.draws(sign),
  };
}

function ownCandidate(face: OwnFace): Candidate {
  const range = new FontFile({ name: face.family, unicodeRange: face.unicodeRange, path: '' });
  const draws = (sign: string) => range.claims(sign.codePointAt(0)!);
  return { ...face, file: 'a font of its stylesheet', draws };
}

/** CSS Fonts 4, 5.2: from 400 to 500 upwards as far as 500, then down; others their own way first. */
function nearestWeight(weights: readonly number[], wanted: number): number | undefined {
  if (weights.includes(wanted)) return wanted;
  const below = weights.filter((weight) => weight < wanted).sort((a, b) => b - a);
  const above = weights.filter((weight) => weight > wanted).sort((a, b) => a - b);
  if (wanted < 400) return below[0] ?? above[0];
  if (wanted > 500) return above[0] ?? below[0];
  return above.find((weight) => weight <= 500) ?? below[0] ?? above[0];
}

function namesIn(families: string): string[] {
  const names = families.match(/"(?:[^"\\]|\\.)*"|[^,"]+/g) ?? [];
  return names
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => (name.startsWith('"') ? name.slice(1, -1).replaceAll(/\\(.)/g, '$1') : name));
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Letters with their marks; spaces are drawn by whatever draws the words. */
function signsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment).filter((sign) => sign.trim() !== '');
}
