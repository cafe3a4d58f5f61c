import { kindOfHan, type Script } from './scripts.ts';

/** Scripts that one language has for itself, or that most of its texts are in. */
const languages: Partial<Record<Script, string>> = {
  Jpan: 'ja',
  Kore: 'ko',
  Grek: 'el',
  Hebr: 'he',
  Beng: 'bn',
  Taml: 'ta',
  Telu: 'te',
  Knda: 'kn',
  Mlym: 'ml',
  Gujr: 'gu',
  Guru: 'pa',
  Sinh: 'si',
  Thai: 'th',
  Laoo: 'lo',
  Khmr: 'km',
  Mymr: 'my',
  Tibt: 'bo',
  Ethi: 'am',
  Geor: 'ka',
  Armn: 'hy',
};

/** Letters that only some languages of a script have, the surest first. */
const byLetters: Partial<Record<Script, readonly [RegExp | undefined, string][]>> = {
  Arab: [
    [/[ٹڈڑںے]/u, 'ur'],
    [/[ێۆڕڵ]/u, 'ckb'],
    [/[ټډړښځڅ]/u, 'ps'],
    [/[پچژگکی]/u, 'fa'],
    [undefined, 'ar'],
  ],
  Cyrl: [
    [/[ўЎ]/u, 'be'],
    [/[әғқңұһӘҒҚҢҰҺ]/u, 'kk'],
    [/[өүӨҮ]/u, 'mn'],
    [/[їєґЇЄҐ]/u, 'uk'],
    [/[ѓќѕЃЌЅ]/u, 'mk'],
    [/[ђћјЂЋЈ]/u, 'sr'],
    [/[ыэёЫЭЁ]/u, 'ru'],
    [/[іІ]/u, 'uk'],
    [/[бвгджзклмнпрстфхцчшщ]ъ[бвгджзклмнпрстфхцчшщ]/iu, 'bg'],
    [undefined, 'ru'],
  ],
  Deva: [
    [/ळ/u, 'mr'],
    [undefined, 'hi'],
  ],
};

/** The language that a text in this script is in, as far as its letters tell. */
export function languageByLetters(text: string, script: Script): string | undefined {
  if (script === 'Hani') return kindOfHan(text) === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  const sure = byLetters[script]?.find(([letters]) => !letters || letters.test(text));
  return sure?.[1] ?? languages[script];
}

/** Words that hardly a sentence does without, and few other languages have. */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the and of to is that with for this are you from have which',
  de: 'der die und das ist nicht mit ein eine den auf für sich von wird auch',
  fr: 'le la les des est dans une pour qui sur pas avec plus vous nous et du',
  es: 'el los las una que para con por del está como más pero y es su',
  pt: 'os uma não para com em do da que mais como pelo são você e um',
  it: 'il che di è una per non con della sono gli nel più anche del',
  nl: 'het een van en niet dat met voor zijn op ook wordt deze naar',
  sv: 'och att det som är på en för med inte av den till har',
  da: 'og det er ikke til på en der af at med som har bliver',
  nb: 'og det er ikke til på en som av å med har blir fra',
  fi: 'ja on ei se että joka mutta ovat myös kun tai hän',
  pl: 'i w nie na się jest to do że jak z dla przez oraz',
  cs: 'a je se na že v to jako pro s není který jsou nebo',
  hu: 'a az és hogy nem egy is van meg ez csak mint vagy',
  ro: 'și în este de la nu cu pe care o mai din sunt pentru',
  tr: 've bir bu için ile çok olarak da de gibi daha olan',
  vi: 'và là của có không được cho một các trong với những',
  id: 'yang dan di untuk dengan ini dari tidak pada adalah akan itu',
  ca: 'els amb una per que és les dels més com no i al són',
};
const wordSets = Object.entries(smallWords).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
);

/** Fewer words than these tell nothing: a title may be in any language. */
const minWords = 30;

export function isLong(text: string): boolean {
  return wordsIn(text).length >= minWords;
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/**
 * The language of a longer text in Latin letters, where its small words leave no doubt against
 * the one that is declared.
 */
export function languageBySmallWords(text: string, declared: string | undefined): string | undefined {
  const words = wordsIn(text);
  if (words.length < minWords) return undefined;
  const counts = wordSets.map(([language, small]) => ({
    language,
    count: words.filter((word) => small.has(word)).length,
  }));
  const ranked = counts.sort((one, other) => other.count - one.count);
  const [best, second] = ranked as [(typeof counts)[0], (typeof counts)[0]];
  const own = ranked.find(({ language }) => language === declared);
  if (declared && !own) return undefined;
  const isClear = best.count >= words.length / 6 && best.count > second.count * 1.5;
  return isClear && best.count > (own?.count ?? 0) * 4 ? best.language : undefined;
}
