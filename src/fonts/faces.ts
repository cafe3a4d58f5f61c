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

const faceCss = new Map<string, string>();

function face(family: string, subset: string, unicodeRange: string, weight: number): string {
  const id = `${family}/${subset}/${weight}`;
  let css = faceCss.get(id);
  if (css === undefined) {
    const data = readFileSync(families[family]!.file(subset, weight)).toString('base64');
    css = `@font-face{font-family:"${family}";font-weight:${weight};unicode-range:${unicodeRange};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
    faceCss.set(id, css);
  }
  return css;
}

/**
 * The `@font-face` rules that `text` needs and no others, with the fonts inside:
 * a card loads nothing, and a font of the host is never asked.
 *
 * @throws {TemplateError} a template asks for a family or weight that does not ship.
 */
export function fontFaces(uses: readonly FontUse[], text: string): string {
  const codePoints = new Set(Array.from(text, (character) => character.codePointAt(0)!));
  let css = '';
  for (const { family, weights } of uses) {
    const known = families[family];
    if (!known) throw new TemplateError(`No font family "${family}" ships with Cardstock.`);
    const chunks = known.chunks.filter(({ ranges }) => covers(ranges, codePoints));
    for (const weight of weights) {
      if (!known.weights.includes(weight)) throw new TemplateError(`${family} has no weight ${weight}.`);
      for (const { subset, unicodeRange } of chunks) css += face(family, subset, unicodeRange, weight);
    }
  }
  return css;
}
