/** The zeros of the decimal digits that people write dates with, each followed by its nine others. */
const zeros = [...'٠۰०০੦૦୦௦౦೦൦๐໐༠၀០０'].map((zero) => zero.codePointAt(0)!);

/** Decimal digits of all these scripts as those of ASCII. */
export function withAsciiDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const codePoint = digit.codePointAt(0)!;
    const zero = zeros.find((first) => codePoint >= first && codePoint < first + 10);
    return zero === undefined ? digit : String(codePoint - zero);
  });
}
