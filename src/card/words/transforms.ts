/** Half-width katakana and what they stand for are each other's in Unicode's compatibility forms. */
const halfWidth = /[\uff61-\uff9f][\uff9e\uff9f]?/g;
const smallKana = 'ぁぃぅぇぉゕゖっゃゅょゎァィゥェォヵヶㇰㇱッㇳㇴㇵㇶㇷㇸㇹㇺャュョㇻㇼㇽㇾㇿヮ';
const fullKana = 'あいうえおかけつやゆよわアイウエオカケクシツトヌハヒフヘホムヤユヨラリルレロワ';

type Change = (text: string, language: string) => string;

/** What `text-transform` makes of a text; a capital for each letter is more than `capitalize` takes. */
const changes: Readonly<Record<string, Change>> = {
  uppercase: upperCase,
  capitalize: upperCase,
  lowercase: (text, language) => text.toLocaleLowerCase(language),
  'full-width': (text) =>
    text
      .replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0))
      .replaceAll(halfWidth, (kana) => kana.normalize('NFKC')),
  'full-size-kana': (text) =>
    Array.from(text, (kana) => Array.from(fullKana)[Array.from(smallKana).indexOf(kana)] ?? kana).join(''),
};

/** All that a text becomes somewhere under these, beside what it is. */
export function transformed(text: string, transforms: readonly string[], language: string): string {
  const known = [...new Set(transforms)].filter((name) => Object.hasOwn(changes, name));
  return known.map((name) => changes[name]!(text, language)).join('\n');
}

/** A title has two spellings of one letter; Greek loses its accents where all of it is in capitals. */
function upperCase(text: string, language: string): string {
  return text.toLocaleUpperCase(language);
}
