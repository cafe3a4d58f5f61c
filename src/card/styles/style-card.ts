import { LRUCache } from 'lru-cache';
import { type EmbeddedFont, openEmbeddedFont } from '../fonts/embedded-font.ts';
import type { MissingFont } from '../fonts/missing-font.ts';
import type { FontUse } from '../fonts/open-family.ts';
import type { Edit } from '../words/edits.ts';
import type { Markup } from '../words/read-markup.ts';
import { baseStyleFor } from './base-style.ts';
import { type CompleteStyle, completeStyle } from './complete-style.ts';
import { type FontScope, variablesOf } from './font-scope.ts';
import { type ParsedStyle, parseStyle } from './parse-style.ts';
import { editsOf, parseInline } from './inline-styles.ts';
import { laterFamilies } from './later-families.ts';
import { mergeWords, type StyleWords } from './style-words.ts';

/** Every stylesheet of a card, and what they come to together. */
export interface CardStyle {
  readonly css: string;
  /** What must be written anew in the markup. */
  readonly edits: readonly Edit[];
  /** Families they use beside the declared ones. */
  readonly families: readonly string[];
  readonly missingFonts: readonly MissingFont[];
  /** Fonts that are inside of them. */
  readonly ownFonts: readonly EmbeddedFont[];
  readonly words: StyleWords;
  /** Families that come after a family wherever it is named, in lower case. */
  readonly laterFamilies: ReadonlyMap<string, ReadonlySet<string>>;
  /** Custom properties that families are taken from, which elements may set too. */
  readonly variables: ReadonlySet<string>;
}

export interface Styled {
  /** The stylesheet of the template. */
  readonly css: string;
  readonly fonts: readonly FontUse[];
  readonly body: string;
}

/** Of a template with one of its stylesheets: what that comes to, by the base it stands on, of which there are few. */
type Known = Map<string, CardStyle>;

const knownBytes = 8_000_000;

/** Most cards have no style but that of their template, and are drawn with it again and again. */
const known = new WeakMap<readonly FontUse[], LRUCache<string, Known>>();

/**
 * Reads the stylesheets of a card and completes them.
 *
 * @param markup where the body may have styles of its own.
 */
export function styleCard({ css, fonts, body }: Styled, markup?: Markup): CardStyle {
  const sheet = parseStyle(css);
  const base = baseStyleFor(body, sheet.hasRootFont);
  if (markup) return complete([base, sheet], fonts, markup);
  const styles = knownOf(fonts, css);
  const style = styles.get(base.css) ?? complete([base, sheet], fonts);
  styles.set(base.css, style);
  return style;
}

function knownOf(fonts: readonly FontUse[], css: string): Known {
  const sheets =
    known.get(fonts) ??
    new LRUCache<string, Known>({
      maxSize: knownBytes,
      sizeCalculation: (_styles, sheet) => 4_000 + 4 * sheet.length,
    });
  known.set(fonts, sheets);
  const styles = sheets.get(css) ?? new Map<string, CardStyle>();
  sheets.set(css, styles);
  return styles;
}

function complete(sheets: readonly ParsedStyle[], fonts: readonly FontUse[], markup?: Markup): CardStyle {
  const elements = markup?.styleElements.map(({ css }) => parseStyle(css)) ?? [];
  const inline = markup?.inlineStyles.map(parseInline) ?? [];
  const all = [...sheets, ...elements, ...inline];
  const ownFonts = openOwn(all);
  const scope: FontScope = {
    declared: new Set(fonts.map(({ family }) => family.toLowerCase())),
    own: new Set(ownFonts.map(({ family }) => family.toLowerCase())),
    variables: variablesOf(all),
  };
  const completed = all.map((style) => completeStyle(style, scope));
  const [ofSheets, ofMarkup] = [completed.slice(0, sheets.length), completed.slice(sheets.length)];
  return {
    css: ofSheets.map((style) => style.css).join(''),
    edits: markup ? editsOf(markup, ofMarkup) : [],
    families: [...new Set(completed.flatMap((style) => style.families))],
    missingFonts: unique(completed),
    ownFonts: ownFonts.map(({ font }) => font),
    words: mergeWords(all.map((style) => style.words)),
    laterFamilies: laterFamilies(all),
    variables: scope.variables,
  };
}

function openOwn(styles: readonly ParsedStyle[]) {
  return styles.flatMap(({ ownFaces }) =>
    ownFaces.flatMap(({ family, data, unicodeRange }) => {
      const font = data === undefined ? undefined : openEmbeddedFont(data, unicodeRange);
      return font ? { family, font } : [];
    }),
  );
}

function unique(styles: readonly CompleteStyle[]): MissingFont[] {
  const all = styles.flatMap(({ missingFonts }) => missingFonts);
  return [...new Map(all.map((missing) => [missing.family.toLowerCase(), missing])).values()];
}
