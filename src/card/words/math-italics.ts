const greekSmall = 'αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ';
const greekCapital = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇';

/** Where each row of letters begins among the italic ones of mathematics. */
const rows: readonly (readonly [letters: string, first: number])[] = [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 0x1d434],
  ['abcdefghijklmnopqrstuvwxyz', 0x1d44e],
  ['ıȷ', 0x1d6a4],
  [greekCapital, 0x1d6e2],
  [greekSmall, 0x1d6fc],
];

const italics = new Map(
  rows.flatMap(([letters, first]) =>
    Array.from(letters, (letter, index): [string, string] => [letter, String.fromCodePoint(first + index)]),
  ),
);
italics.set('h', 'ℎ'); // it was there before the others, as Planck's constant

/** What browsers make of a letter that stands alone in `<mi>` (MathML Core, `math-auto`). */
export function mathItalic(letter: string): string {
  return italics.get(letter) ?? letter;
}
