import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type Family, finder, type FontStyle } from './family.ts';
import { FontFile } from './font-file.ts';
import { FontsourceFamily } from './fontsource.ts';
import type { HanLanguage } from './language.ts';
import { once } from './once.ts';
import { plainScripts, scriptPatterns, variableScripts } from './scripts.ts';
import { everyCharacter } from './unicode-range.ts';

const require = createRequire(import.meta.url);

/** Opened when first asked: most texts need few of them. */
export type LazyFamily = () => Family;

const notoSansMath = wholeFile('@fontsource/noto-sans-math', 'noto-sans-math');

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
  'Noto Sans Math': { normal: notoSansMath },
};

/** What stands in for a template's own family. */
export interface FallbackFamily {
  readonly open: LazyFamily;
  /** It is asked, and opened, for no text but one with this in it. */
  readonly script?: RegExp;
}

/** For what a template's own family lacks, each script under its ISO 15924 name; Latin has Greek and Cyrillic. */
export const scriptFamilies: readonly FallbackFamily[] = [
  { open: shipped('@fontsource-variable/noto-sans') },
  ...Object.entries(variableScripts).map(([script, name]) =>
    ofScript(script, `@fontsource-variable/${name}`),
  ),
  ...Object.entries(plainScripts).map(([script, name]) => ofScript(script, `@fontsource/${name}`)),
];

/** Han characters and the letters that go with them, as each nation draws them. */
export const hanFamilies: Readonly<Record<HanLanguage, FallbackFamily>> = {
  ja: { open: shipped('@fontsource-variable/noto-sans-jp') },
  ko: { open: shipped('@fontsource-variable/noto-sans-kr') },
  'zh-Hans': { open: shipped('@fontsource-variable/noto-sans-sc') },
  'zh-Hant': { open: shipped('@fontsource-variable/noto-sans-tc') },
};

/** In one weight, for all that is not a script. */
export const symbolFamilies: readonly FallbackFamily[] = [
  { open: notoSansMath },
  { open: shipped('@fontsource-variable/noto-sans-symbols') },
  { open: shipped('@fontsource/noto-sans-symbols-2') },
  // Last: plain, and with a little of nearly everything, such as the ₂ of H₂O.
  { open: wholeFile('@fontsource/dejavu-sans', 'dejavu-sans') },
];

/** The parts of this font hold another kind of glyph, which Chromium does not draw; the whole one works. */
export function emojiFile(unicodeRange: string): FontFile {
  const path = require.resolve('@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2');
  return new FontFile({ name: 'emoji', unicodeRange, path, ligatures: true });
}

/** A package that lists its file for Latin only, while it holds the whole font. */
function wholeFile(source: string, name: string): LazyFamily {
  return once(() => {
    const path = require.resolve(`${source}/files/${name}-latin-400-normal.woff2`);
    const files = [new FontFile({ name, unicodeRange: everyCharacter, path })];
    return { source, weights: [[400, 400]], files: () => files, fileFor: finder(() => files) };
  });
}

function ofScript(script: string, packageName: string): FallbackFamily {
  return { open: shipped(packageName), script: scriptPatterns[script]! };
}

function shipped(packageName: string, style?: FontStyle): LazyFamily {
  return once(
    () => new FontsourceFamily(packageName, dirname(require.resolve(`${packageName}/package.json`)), style),
  );
}
