import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type Family, finder, type FontStyle } from './family.ts';
import { FontFile } from './font-file.ts';
import { FontsourceFamily } from './fontsource.ts';
import { once } from './once.ts';
import { everyCharacter } from './unicode-range.ts';

const require = createRequire(import.meta.url);

/** Opened when first asked: most texts need few of them. */
export type LazyFamily = () => Family;

/**
 * The families that templates may name without saying where they are from, pinned by
 * package.json and the same on every machine: a style is here if the Netlify bundle has it too.
 */
export const families: Readonly<Record<string, Partial<Record<FontStyle, LazyFamily>>>> = {
  Inter: { normal: shipped('@fontsource/inter') },
  'JetBrains Mono': { normal: shipped('@fontsource/jetbrains-mono') },
  Newsreader: {
    normal: shipped('@fontsource-variable/newsreader'),
    italic: shipped('@fontsource-variable/newsreader', 'italic'),
  },
};

/** For scripts that a template's own family lacks; each is variable and takes any weight. */
export const scriptFamilies = {
  latin: shipped('@fontsource-variable/noto-sans'),
  arabic: shipped('@fontsource-variable/noto-sans-arabic'),
  hebrew: shipped('@fontsource-variable/noto-sans-hebrew'),
  devanagari: shipped('@fontsource-variable/noto-sans-devanagari'),
  bengali: shipped('@fontsource-variable/noto-sans-bengali'),
  tamil: shipped('@fontsource-variable/noto-sans-tamil'),
  thai: shipped('@fontsource-variable/noto-sans-thai'),
  japanese: shipped('@fontsource-variable/noto-sans-jp'),
  korean: shipped('@fontsource-variable/noto-sans-kr'),
  simplifiedChinese: shipped('@fontsource-variable/noto-sans-sc'),
  traditionalChinese: shipped('@fontsource-variable/noto-sans-tc'),
} as const;

/** In one weight, for all that is not a script. */
export const symbolFamilies: readonly LazyFamily[] = [
  wholeFile('@fontsource/noto-sans-math', 'noto-sans-math'),
  shipped('@fontsource-variable/noto-sans-symbols'),
  shipped('@fontsource/noto-sans-symbols-2'),
  // Last: plain, and with a little of nearly everything, such as the ₂ of H₂O, Georgian and Armenian.
  wholeFile('@fontsource/dejavu-sans', 'dejavu-sans'),
];

/** The parts of this font hold another kind of glyph, which Chromium does not draw; the whole one works. */
export function emojiFile(name: string, unicodeRange: string): FontFile {
  const path = require.resolve('@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2');
  return new FontFile({ name, unicodeRange, path });
}

/** A package that lists its file for Latin only, while it holds the whole font. */
function wholeFile(source: string, name: string): LazyFamily {
  return once(() => {
    const path = require.resolve(`${source}/files/${name}-latin-400-normal.woff2`);
    const files = [new FontFile({ name, unicodeRange: everyCharacter, path })];
    return { source, weights: [[400, 400]], files: () => files, fileFor: finder(() => files) };
  });
}

function shipped(packageName: string, style?: FontStyle): LazyFamily {
  return once(
    () => new FontsourceFamily(packageName, dirname(require.resolve(`${packageName}/package.json`)), style),
  );
}
