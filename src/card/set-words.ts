import { automaticUses } from './fonts/automatic-uses.ts';
import { type ChosenFonts, chooseFonts, type FontUse } from './fonts/faces.ts';
import type { MissingFont } from './fonts/missing-font.ts';
import { type CardStyle, styleCard } from './styles/style-card.ts';
import type { Template } from './template.ts';
import { composed } from './words/compose.ts';
import { type Edit, edited } from './words/edits.ts';
import { hyphenateWords } from './words/hyphenate-words.ts';
import { markNations, nationsOf } from './words/mark-nations.ts';
import { paintedText } from './words/painted-text.ts';
import { type Markup, readMarkup } from './words/read-markup.ts';
import { setPicturesAside } from './words/set-aside.ts';

/** The words of a card, ready to be drawn. */
export interface SetWords {
  readonly css: string;
  readonly body: string;
  readonly fonts: ChosenFonts;
  readonly missingFonts: readonly MissingFont[];
  /** Whether its stylesheets say themselves which signs are pictures. */
  readonly choosesEmoji: boolean;
}

/**
 * Finds out what is drawn on a card and in which families, and gets the fonts for it. Most cards
 * have words between tags and no style but their template's: they are told from the text alone.
 * Markup with more to it is read as a browser does.
 */
export function setWords(
  html: string,
  { css, fonts }: Pick<Template, 'css' | 'fonts'>,
  language: string,
): SetWords {
  const { text: body, restore } = setPicturesAside(html);
  const styled = { css: composed(css), fonts, body };
  const ofSheets = styleCard(styled);
  const markup = needsReading(body, ofSheets)
    ? readMarkup(body, ofSheets.words.attributes, language)
    : undefined;
  const style = markup ? styleCard(styled, markup) : ofSheets;
  const text = paintedText({ text: wordsOf(body, markup), markup, words: style.words, language });
  const chosen = chooseFonts([...fonts, ...automaticFonts(style, body)], text, language, {
    ownFonts: style.ownFonts,
    laterFamilies: style.laterFamilies,
    nations: markup && nationsOf(markup, language),
  });
  const edits = markup ? editsOf(body, markup, style, language) : [];
  return {
    css: style.css,
    body: restore(edited(body, edits)),
    fonts: chosen,
    missingFonts: style.missingFonts,
    choosesEmoji: style.words.choosesEmoji,
  };
}

function wordsOf(body: string, markup: Markup | undefined): string {
  return markup ? markup.text : body.replaceAll(/<[^>]*>/g, ' ');
}

/** Styles of its own, words that are no text, references, languages, and pictures from elsewhere. */
const more =
  /font|text-transform|text-emphasis|hyphens|list-style|\slang=|&(?!(?:amp|lt|gt|quot|#39);)|<(?:style|script|template|input|textarea|select|math|q|title|desc|noscript)\b|<img(?![^>]* src="(?:data:|\ufdd1))/i;

function needsReading(body: string, { words, variables }: CardStyle): boolean {
  if (words.attributes.length > 0 || words.isHyphenated || more.test(body)) return true;
  return [...variables].some((name) => body.includes(name));
}

/** How they use families that no template declares. */
function automaticFonts({ families, words }: CardStyle, source: string): FontUse[] {
  if (families.length === 0) return [];
  const isItalic = words.isItalic || /<(?:em|i|cite|dfn|var|address)\b/i.test(source);
  return automaticUses(families, words.weights, isItalic);
}

function editsOf(source: string, markup: Markup, style: CardStyle, language: string): Edit[] {
  return [
    ...style.edits,
    ...markNations(markup, language),
    ...(style.words.isHyphenated ? hyphenateWords(source, markup) : []),
  ];
}
