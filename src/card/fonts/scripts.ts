/**
 * Noto's package for each script beside Latin, Greek, Cyrillic and Han, by the ISO 15924 name of
 * the script: what people publish in today, as far as it is packaged. These are variable and
 * take any weight.
 */
export const variableScripts = {
  Arab: 'noto-sans-arabic',
  Hebr: 'noto-sans-hebrew',
  Deva: 'noto-sans-devanagari',
  Beng: 'noto-sans-bengali',
  Taml: 'noto-sans-tamil',
  Thai: 'noto-sans-thai',
  Adlm: 'noto-sans-adlam',
  Armn: 'noto-sans-armenian',
  Bali: 'noto-sans-balinese',
  Bamu: 'noto-sans-bamum',
  Cans: 'noto-sans-canadian-aboriginal',
  Cham: 'noto-sans-cham',
  Cher: 'noto-sans-cherokee',
  Ethi: 'noto-sans-ethiopic',
  Geor: 'noto-sans-georgian',
  Gujr: 'noto-sans-gujarati',
  Guru: 'noto-sans-gurmukhi',
  Java: 'noto-sans-javanese',
  Kali: 'noto-sans-kayah-li',
  Khmr: 'noto-sans-khmer',
  Knda: 'noto-sans-kannada',
  Lana: 'noto-sans-tai-tham',
  Laoo: 'noto-sans-lao',
  Lisu: 'noto-sans-lisu',
  Mlym: 'noto-sans-malayalam',
  Mtei: 'noto-sans-meetei-mayek',
  Mymr: 'noto-sans-myanmar',
  Olck: 'noto-sans-ol-chiki',
  Orya: 'noto-sans-oriya',
  Rohg: 'noto-sans-hanifi-rohingya',
  Sinh: 'noto-sans-sinhala',
  Sund: 'noto-sans-sundanese',
  Syrc: 'noto-sans-syriac',
  Talu: 'noto-sans-new-tai-lue',
  Telu: 'noto-sans-telugu',
  Thaa: 'noto-sans-thaana',
  Tibt: 'noto-serif-tibetan',
} as const;

/** Drawn in one weight, which stands for all. */
export const plainScripts = {
  Copt: 'noto-sans-coptic',
  Lepc: 'noto-sans-lepcha',
  Limb: 'noto-sans-limbu',
  Mong: 'noto-sans-mongolian',
  Newa: 'noto-sans-newa',
  Nkoo: 'noto-sans-nko',
  Osma: 'noto-sans-osmanya',
  Saur: 'noto-sans-saurashtra',
  Sylo: 'noto-sans-syloti-nagri',
  Tale: 'noto-sans-tai-le',
  Tavt: 'noto-sans-tai-viet',
  Tfng: 'noto-sans-tifinagh',
  Vaii: 'noto-sans-vai',
  Wara: 'noto-sans-warang-citi',
  Yiii: 'noto-sans-yi',
} as const;

/** Finds each of them, and those that need no package of their own. */
export const scriptPatterns: Readonly<Record<string, RegExp>> = Object.fromEntries(
  ['Latn', 'Grek', 'Cyrl', ...Object.keys(variableScripts), ...Object.keys(plainScripts)].map((script) => [
    script,
    new RegExp(`\\p{Script=${script}}`, 'u'),
  ]),
);
