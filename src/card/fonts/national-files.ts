import { hanFamilies } from './families.ts';
import type { FontFile } from './font-file.ts';
import type { HanLanguage } from './language.ts';
import { readSigns } from './signs.ts';

/** What is written in one way in Japan and in another one in Taiwan: with the marks between it, and no Latin. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

const narrowed = new WeakMap<FontFile, FontFile | undefined>();

/** The files that draw the East Asian part of a text as a nation does, and nothing else. */
export function nationalFiles(nation: HanLanguage, text: string): FontFile[] {
  const family = hanFamilies[nation].open();
  const signs = [...readSigns(text).letters].filter((sign) => eastAsian.test(sign));
  const files = new Set(signs.flatMap((sign) => family.fileFor(sign) ?? []));
  return [...files].flatMap((file) => {
    if (!narrowed.has(file)) narrowed.set(file, file.narrowedTo(eastAsian));
    return narrowed.get(file) ?? [];
  });
}
