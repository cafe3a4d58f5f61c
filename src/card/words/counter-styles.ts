/** First and last code point, both included, or the letters themselves. */
type Letters = string | readonly [first: number, last: number];

const han = '〇一二三四五六七八九十百千万負负零壹壱貳贰弐參叁参肆伍陸陆柒捌玖拾佰仟萬億亿兆マイナス、';
const korean = '영일이삼사오육칠팔구십백천만마이너스一二三四五六七八九十百千萬壹貳參四五六七八九拾百仟,';

/**
 * What the counter styles of CSS count with ("CSS Counter Styles", levels 2 and 3), beyond ASCII
 * and what browsers draw as a shape. A list shows a few of them, but which is for it to count.
 */
const lettersOfStyle: Readonly<Record<string, Letters>> = {
  'arabic-indic': [0x660, 0x669],
  armenian: [0x531, 0x556],
  'upper-armenian': [0x531, 0x556],
  'lower-armenian': [0x561, 0x586],
  bengali: [0x9e6, 0x9ef],
  cambodian: [0x17e0, 0x17e9],
  khmer: [0x17e0, 0x17e9],
  'cjk-decimal': han,
  'cjk-earthly-branch': '子丑寅卯辰巳午未申酉戌亥、',
  'cjk-heavenly-stem': '甲乙丙丁戊己庚辛壬癸、',
  'cjk-ideographic': han,
  devanagari: [0x966, 0x96f],
  'ethiopic-numeric': [0x1369, 0x137c],
  georgian: [0x10d0, 0x10f6],
  gujarati: [0xae6, 0xaef],
  gurmukhi: [0xa66, 0xa6f],
  hebrew: [0x5d0, 0x5f4],
  hiragana: [0x3042, 0x3093],
  'hiragana-iroha': [0x3042, 0x3093],
  'japanese-formal': han,
  'japanese-informal': han,
  kannada: [0xce6, 0xcef],
  katakana: [0x30a2, 0x30f3],
  'katakana-iroha': [0x30a2, 0x30f3],
  'korean-hangul-formal': korean,
  'korean-hanja-formal': korean,
  'korean-hanja-informal': korean,
  lao: [0xed0, 0xed9],
  'lower-greek': [0x3b1, 0x3c9],
  malayalam: [0xd66, 0xd6f],
  mongolian: [0x1810, 0x1819],
  myanmar: [0x1040, 0x1049],
  oriya: [0xb66, 0xb6f],
  persian: [0x6f0, 0x6f9],
  'simp-chinese-formal': han,
  'simp-chinese-informal': han,
  tamil: [0xbe6, 0xbef],
  telugu: [0xc66, 0xc6f],
  thai: [0xe50, 0xe59],
  tibetan: [0xf20, 0xf29],
  'trad-chinese-formal': han,
  'trad-chinese-informal': han,
  urdu: [0x6f0, 0x6f9],
};

/** Nothing where it is no counter style, or one that counts in ASCII. */
export function lettersOfCounterStyle(name: string): string {
  const letters = Object.hasOwn(lettersOfStyle, name) ? lettersOfStyle[name]! : '';
  if (typeof letters === 'string') return letters;
  const [first, last] = letters;
  const all = Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
  return ` ${all.filter((letter) => /\P{Cn}/u.test(letter)).join(' ')}`;
}
