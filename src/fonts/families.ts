import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FontFile } from './font-file.ts';

const require = createRequire(import.meta.url);

/** The files that share the characters of a family among them. */
export interface Family {
  readonly weights: readonly number[];
  files(weight: number): readonly FontFile[];
  /** The file that has a glyph for a character. */
  fileFor(codePoint: number): FontFile | undefined;
}

const maxKnownCharacters = 20_000;
const everyWeight = [100, 200, 300, 400, 500, 600, 700, 800, 900];

/** The families that templates may name, pinned by package.json and the same on every machine. */
export const families: Readonly<Record<string, Family>> = {
  Inter: fontsource('@fontsource/inter', everyWeight),
};

/** For scripts that a template's own family lacks; each is variable and takes any weight. */
export const scriptFamilies = {
  latin: fontsource('@fontsource-variable/noto-sans', everyWeight),
  arabic: fontsource('@fontsource-variable/noto-sans-arabic', everyWeight),
  hebrew: fontsource('@fontsource-variable/noto-sans-hebrew', everyWeight),
  devanagari: fontsource('@fontsource-variable/noto-sans-devanagari', everyWeight),
  bengali: fontsource('@fontsource-variable/noto-sans-bengali', everyWeight),
  tamil: fontsource('@fontsource-variable/noto-sans-tamil', everyWeight),
  thai: fontsource('@fontsource-variable/noto-sans-thai', everyWeight),
  japanese: fontsource('@fontsource-variable/noto-sans-jp', everyWeight),
  korean: fontsource('@fontsource-variable/noto-sans-kr', everyWeight),
  simplifiedChinese: fontsource('@fontsource-variable/noto-sans-sc', everyWeight),
  traditionalChinese: fontsource('@fontsource-variable/noto-sans-tc', everyWeight),
} as const;

/** The package lists this file for Latin only, and it holds the whole font. */
const mathFile = new FontFile('noto-sans-math', 'U+0-10FFFF', () =>
  require.resolve('@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2'),
);

/** In one weight, for all that is not a script. */
export const symbolFamilies = {
  mathematics: { weights: [400], files: () => [mathFile], fileFor: finder(() => [mathFile]) },
  symbols: fontsource('@fontsource-variable/noto-sans-symbols', [400]),
  moreSymbols: fontsource('@fontsource/noto-sans-symbols-2', [400]),
} as const;

/** The parts of this font hold another kind of glyph, which Chromium does not draw; the whole one works. */
export function emojiFile(name: string, unicodeRange: string): FontFile {
  return new FontFile(name, unicodeRange, () =>
    require.resolve('@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2'),
  );
}

/** A fontsource package: its list says which file is for which characters. Read when first asked. */
function fontsource(packageName: string, weights: readonly number[]): Family {
  const id = packageName.split('/')[1]!;
  const isVariable = packageName.startsWith('@fontsource-variable/');
  const filesByWeight = new Map<number, FontFile[]>();
  let subsets: [name: string, unicodeRange: string][] | undefined;
  const open = (weight: number) => {
    subsets ??= Object.entries(
      JSON.parse(readFileSync(require.resolve(`${packageName}/unicode.json`), 'utf8')) as Record<
        string,
        string
      >,
    ).map(([name, range]) => [name.replace(/^\[(\d+)\]$/, '$1'), range]);
    return subsets.map(([subset, range]) => {
      const name = `${id}-${subset}-${isVariable ? 'wght' : weight}-normal`;
      return new FontFile(name, range, () => require.resolve(`${packageName}/files/${name}.woff2`));
    });
  };
  const files = (weight: number) => {
    const key = isVariable ? 0 : weight; // a variable file is the same for every weight
    let opened = filesByWeight.get(key);
    if (!opened) {
      opened = open(weight);
      filesByWeight.set(key, opened);
    }
    return opened;
  };
  // Its weights have the same characters.
  return { weights, files, fileFor: finder(() => files(weights[0]!)) };
}

/** Looks for each character once: most texts are made of the same few hundred. */
function finder(files: () => readonly FontFile[]): (codePoint: number) => FontFile | undefined {
  const found = new Map<number, FontFile | undefined>();
  return (codePoint) => {
    if (found.has(codePoint)) return found.get(codePoint);
    if (found.size >= maxKnownCharacters) found.clear(); // somebody tries them all
    const file = files().find((candidate) => candidate.has(codePoint));
    found.set(codePoint, file);
    return file;
  };
}
