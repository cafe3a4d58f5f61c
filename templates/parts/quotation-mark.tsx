import { css } from '../../src/template.ts';

type Kind = keyof typeof shapes;

/**
 * The mark that opens a quotation in a language: “ „ « ” or 「. Drawn and not set, so that it
 * stands on the grid to the pixel and needs no font.
 */
export function QuotationMark({ language }: { language: string }) {
  const kind = openingMark(language);
  return (
    <svg class={`quotation-mark ${kind}`} viewBox="0 0 84 64" aria-hidden="true">
      <path d={shapes[kind]} />
    </svg>
  );
}

/** It is drawn in the colour of the text around it; the others of right-to-left writing are mirrored. */
export const quotationMarkCss = css`
  .quotation-mark {
    display: block;
    fill: currentColor;
  }
  .quotation-mark.angles:dir(rtl),
  .quotation-mark.sixes:dir(rtl) {
    scale: -1 1;
  }
`;

const shapes = {
  sixes:
    'M20 28c0-8 6-16 16-21l-3-7C13 7 0 24 0 45a18 18 0 1 0 20-17Zm47 0c0-8 6-16 16-21l-3-7C60 7 47 24 47 45a18 18 0 1 0 20-17Z',
  nines:
    'M16 36c0 8-6 16-16 21l3 7c20-7 33-24 33-45a18 18 0 1 0-20 17Zm47 0c0 8-6 16-16 21l3 7c20-7 33-24 33-45a18 18 0 1 0-20 17Z',
  angles: 'M0 32 28 0h13L24 32l17 32H28Zm42 0L70 0h13L66 32l17 32H70Z',
  corner: 'M0 0h52v13H13v51H0Z',
} as const;

/** Where CLDR has others for quotations inside quotations, these are the outer ones. */
const languagesOf: Partial<Record<Kind, string>> = {
  angles: 'ar be ca el es fa fr hy it nb nn no ru uk',
  nines: 'bg cs de et fi he hr hu is ka lt mk pl ro sk sl sq sr sv',
  corner: 'ja yue',
};

const marks: Record<Kind, readonly [string, string]> = {
  sixes: ['“', '”'],
  nines: ['„', '“'],
  angles: ['«', '»'],
  corner: ['「', '」'],
};
/** French parts them from the words; these close as they open, or as English does. */
const others: Readonly<Record<string, readonly [string, string]>> = {
  fr: ['«\u00a0', '\u00a0»'],
  fi: ['”', '”'],
  sv: ['”', '”'],
  pl: ['„', '”'],
  ro: ['„', '”'],
  hu: ['„', '”'],
  he: ['”', '”'],
};

/** Words between the marks of a language, where they are read out. */
export function quoted(words: string, language: string): string {
  const [open, close] = others[new Intl.Locale(language).language] ?? marks[openingMark(language)];
  return open + words + close;
}

function openingMark(language: string): Kind {
  const locale = new Intl.Locale(language).maximize();
  if (locale.language === 'zh') return locale.script === 'Hant' ? 'corner' : 'sixes';
  const kinds = Object.entries(languagesOf) as [Kind, string][];
  return kinds.find(([, languages]) => languages.split(' ').includes(locale.language))?.[0] ?? 'sixes';
}

/** Marks that open a quotation, each with those that close it. */
const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '"': '"',
  '״': '״',
};

/** The words of a quotation without the marks around them, for the card draws its own. */
export function withoutMarks(words: string): string {
  const [first, last] = [words.at(0)!, words.at(-1)!];
  const inside = words.slice(1, -1).trim();
  const isWhole = pairs[first]?.includes(last) && !inside.includes(first) && !inside.includes(last);
  return isWhole && inside ? inside : words;
}
