import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TemplateError } from '../errors.ts';
import { covers, parseUnicodeRange, type UnicodeRange } from './unicode-range.ts';

/** The faces of a family that a template uses; only these travel in its documents. */
export interface FontUse {
  readonly family: string;
  readonly weights: readonly number[];
}

const require = createRequire(import.meta.url);

interface Family {
  readonly weights: readonly number[];
  readonly chunks: readonly { subset: string; unicodeRange: string; ranges: readonly UnicodeRange[] }[];
  file(subset: string, weight: number): string;
}

/** The families that ship with Cardstock, pinned by package.json and the same on every machine. */
const families: Readonly<Record<string, Family>> = {
  Inter: fontsource('@fontsource/inter', 'inter', [100, 200, 300, 400, 500, 600, 700, 800, 900]),
};

/** Reads which chunk of a fontsource package covers which code points. */
function fontsource(packageName: string, id: string, weights: readonly number[]): Family {
  const unicode = JSON.parse(readFileSync(require.resolve(`${packageName}/unicode.json`), 'utf8')) as Record<
    string,
    string
  >;
  return {
    weights,
    chunks: Object.entries(unicode).map(([subset, unicodeRange]) => ({
      subset,
      unicodeRange,
      ranges: parseUnicodeRange(unicodeRange),
    })),
    file: (subset, weight) => require.resolve(`${packageName}/files/${id}-${subset}-${weight}-normal.woff2`),
  };
}

/** One file of a family: a weight, for some of its characters. */
export interface FontFace {
  /** Names the bytes and how they are used: another file is another id. */
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly unicodeRange: string;
  /** WOFF2, in base64. */
  readonly data: string;
}

const loaded = new Map<string, FontFace>();

function face(family: string, subset: string, unicodeRange: string, weight: number): FontFace {
  const name = `${family} ${subset} ${weight}`;
  let found = loaded.get(name);
  if (!found) {
    const data = readFileSync(families[family]!.file(subset, weight)).toString('base64');
    const digest = createHash('sha256').update(`${unicodeRange} ${data}`).digest('base64url').slice(0, 16);
    found = { id: `${name} ${digest}`, family, weight, unicodeRange, data };
    loaded.set(name, found);
  }
  return found;
}

/**
 * The faces that `text` needs and no others, with their bytes: a card loads nothing, and a
 * font of the host is never asked.
 *
 * @throws {TemplateError} a template asks for a family or weight that does not ship.
 */
export function fontFaces(uses: readonly FontUse[], text: string): FontFace[] {
  const codePoints = new Set(Array.from(text, (character) => character.codePointAt(0)!));
  return uses.flatMap(({ family, weights }) => {
    const known = families[family];
    if (!known) throw new TemplateError(`No font family "${family}" ships with Cardstock.`);
    const chunks = known.chunks.filter(({ ranges }) => covers(ranges, codePoints));
    return weights.flatMap((weight) => {
      if (!known.weights.includes(weight)) throw new TemplateError(`${family} has no weight ${weight}.`);
      return chunks.map(({ subset, unicodeRange }) => face(family, subset, unicodeRange, weight));
    });
  });
}
