import { embedFiles } from './embed-files.ts';
import { qualifyEmoji } from './fonts/emoji.ts';
import type { FontFace } from './fonts/faces.ts';
import { directionOf, tallnessOf } from './fonts/language.ts';
import { markupOf } from './markup-of.ts';
import type { Card } from './resolve.ts';
import type { Viewport } from './variants.ts';
import { setWords } from './set-words.ts';
import type { MissingFont } from './fonts/missing-font.ts';
import { composed } from './words/compose.ts';
import { syllable } from './words/hyphenate-words.ts';
import { prepareWords } from './words/prepare-words.ts';

/** All that a picture is made of: it needs nothing from anywhere. */
export interface CardDocument {
  readonly html: string;
  /** The fonts of its text, and no others. */
  readonly faces: readonly FontFace[];
  /** Code points of its text that no font has a glyph for: they show as empty boxes. */
  readonly missingGlyphs: readonly number[];
  /** Families that its stylesheets name and that are not there, each with what its words are set in. */
  readonly missingFonts: readonly MissingFont[];
  /** The size to photograph it at. */
  readonly viewport: Viewport;
  /** Colours at full resolution in JPEG, see {@link Template.chroma}. */
  readonly chroma?: 'full' | undefined;
}

/** What the page itself forbids; the browser's flags and the request interception forbid it again. */
export const contentSecurityPolicy =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
export const policyTag = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">`;

// In a layer below any other, for what a template brings may be in layers too, as Tailwind's is.
// Animations would make the picture depend on the moment it is taken. Korean words and Japanese
// phrases stay together, and Chinese words where they are marked. Headlines are broken inside a
// word only where the page says so (camera/page/fit.ts).
export const baseCss = `@layer cardstock{*,*::before,*::after{box-sizing:border-box;animation:none!important;transition:none!important}
html,body{width:100%;height:100%;margin:0;overflow:hidden}
body{-webkit-font-smoothing:antialiased;text-rendering:geometricPrecision}
h1,h2,p,ul,ol,figure{margin:0;padding:0;font-size:inherit;font-weight:inherit;list-style:none}}
html:lang(ja){word-break:auto-phrase}
html:lang(ko){word-break:keep-all}
:is(:lang(zh),:lang(yue))>body [data-fit]:not(pre){word-break:keep-all}
[data-fit]:not([data-broken]){hyphens:none}
[data-fit]:not([data-broken]) .joint{display:none}`;

// What Unicode calls text beside an emoji is text unless it is asked to be a picture. Not for every
// card: it parts the figures from the words around them, which then stand a little farther apart.
const emojiCss = 'html{font-variant-emoji:unicode}';
// Each `font` would undo it.
const everyEmojiCss =
  '@layer cardstock{*,::before,::after,::marker,::placeholder{font-variant-emoji:unicode!important}}';

export function renderDocument(card: Card): CardDocument {
  const { template, variant, viewport, language, utilities = '' } = card;
  const source = qualifyEmoji(composed(prepareWords(markupOf(card), language)));
  const styled = { css: utilities + template.css, fonts: template.fonts };
  const { css, body, fonts, missingFonts, choosesEmoji } = setWords(source, styled, language);
  const html = embedFiles(
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}" data-variant="${variant}"${body.includes(syllable) ? ' data-syllables' : ''}><head><meta charset="utf-8">${policyTag}<style>${fonts.hasEmoji ? (choosesEmoji ? emojiCss : everyEmojiCss) : ''}html{--tall:${tallnessOf(language)}}${baseCss}${css}</style></head><body>${body}</body></html>`,
    template,
    card.input,
  );
  const { faces, missing } = fonts;
  return { html, faces, missingGlyphs: missing, missingFonts, viewport, chroma: template.chroma };
}
