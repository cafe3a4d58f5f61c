import { isFilledIn } from './leftovers.ts';

/** Longer ones are sentences. */
const maxLength = 40;
const maxTags = 20;
/** Where systems file what nobody filed. */
const nowhere =
  /^(?:uncategori[sz]ed|non class[ée]|sin categor[ií]a|sem categoria|senza categoria|unkategorisiert|allgemein|geen categorie|okategoriserade|ukategoriseret|ukategorisert|bez kategorii|nezařazené|без рубрики|kategorisiz|genel|غير مصنف|دسته‌بندی نشده|ללא קטגוריה|未分類|未分类|미분류)$/iu;

/** The words that a page is about: lists taken apart, each word once, no sentences. */
export function tagsIn(raw: readonly string[]): string[] {
  const words = raw.flatMap((text) => text.split(/[,;、，；،؛\n]/)).map(bare);
  const known = new Map<string, string>();
  for (const word of words) {
    const key = word.toLowerCase();
    if (isTag(word) && !known.has(key)) known.set(key, word);
  }
  return [...known.values()].slice(0, maxTags);
}

/** The section that a page is filed under, if somebody filed it. */
export function sectionIn(text: string | undefined): string | undefined {
  return text && !nowhere.test(text) && isFilledIn(text) ? text : undefined;
}

/** Without the sign of a hashtag and quotes; `C#` keeps its own. */
function bare(word: string): string {
  return word
    .trim()
    .replace(/^["“#＃\s]+/, '')
    .replace(/["”\s]+$/, '');
}

function isTag(word: string): boolean {
  return word !== '' && word.length <= maxLength && isFilledIn(word) && !nowhere.test(word);
}
