import { renderMarkup } from './dialects/markup.ts';
import { qualifyEmoji } from './fonts/emoji.ts';
import { chooseFonts, type FontFace, symbolFamily } from './fonts/faces.ts';
import { directionOf, tallnessOf } from './fonts/language.ts';
import type { Card } from './resolve.ts';
import type { Viewport } from './variants.ts';
import { prepareWords } from './words/prepare-words.ts';

/** All that a picture is made of: it needs nothing from anywhere. */
export interface CardDocument {
  readonly html: string;
  /** The fonts of its text, and no others. */
  readonly faces: readonly FontFace[];
  /** Code points of its text that no font has a glyph for: they show as empty boxes. */
  readonly missingGlyphs: readonly number[];
  /** The size to photograph it at. */
  readonly viewport: Viewport;
  /** Colours at full resolution in JPEG, see {@link Template.chroma}. */
  readonly chroma?: 'full' | undefined;
}

/** What the page itself forbids; the browser's flags and the request interception forbid it again. */
export const contentSecurityPolicy =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

// In a layer below any other, for what a template brings may be in layers too, as Tailwind's is.
// Animations would make the picture depend on the moment it is taken. Korean words and Japanese
// phrases stay together, and Chinese words where they are marked. Headlines are broken inside a
// word only where the page says so (camera/page/fit.ts).
const baseCss = `@layer cardstock{*,*::before,*::after{box-sizing:border-box;animation:none!important;transition:none!important}
html,body{width:100%;height:100%;margin:0;overflow:hidden}
body{font-family:Inter,sans-serif;-webkit-font-smoothing:antialiased;text-rendering:geometricPrecision}
h1,h2,p,ul,ol,figure{margin:0;padding:0;font-size:inherit;font-weight:inherit;list-style:none}}
html:lang(ja){word-break:auto-phrase}
html:lang(ko){word-break:keep-all}
:is(:lang(zh),:lang(yue))>body [data-fit]:not(pre){word-break:keep-all}
[data-fit]:not([data-broken]){hyphens:none}
[data-fit]:not([data-broken]) .joint{display:none}`;

// What Unicode calls text beside an emoji is text unless it is asked to be a picture. Not for every
// card: it parts the figures from the words around them, which then stand a little farther apart.
const emojiCss = 'html{font-variant-emoji:unicode}';

export function renderDocument(card: Card): CardDocument {
  const { template, props, variant, viewport, language } = card;
  const rendered = renderMarkup(template.render(props, { viewport, language }));
  const body = qualifyEmoji(prepareWords(rendered, language));
  const css = withSymbols(`html{--tall:${tallnessOf(language)}}${baseCss}${template.css}`);
  const text = body.replaceAll(/<[^>]*>/g, ' '); // pictures inside attributes are long and never read
  const { faces, missing, hasEmoji } = chooseFonts(template.fonts, text + lettersOf(css), language);
  const html = `<!doctype html><html lang="${language}" dir="${directionOf(language)}" data-variant="${variant}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}"><style>${hasEmoji ? emojiCss : ''}${css}</style></head><body>${body}</body></html>`;
  return { html, faces, missingGlyphs: missing, viewport, chroma: template.chroma };
}

const lettersOfStyles = new Map<string, string>();
/** A style for each template and tallness of a language. */
const maxStyles = 200;

/** What of a stylesheet may be drawn: it may hold text, and is the same on every card of its kind. */
function lettersOf(css: string): string {
  let letters = lettersOfStyles.get(css);
  if (letters === undefined) {
    const beyond = css.match(/[^]?[^\0-\x7f]+/g) ?? [];
    letters = ` ${[...new Set(css.replaceAll(/[^\0-\x7f]/g, ''))].join('')} ${beyond.join(' ')}`;
    if (lettersOfStyles.size >= maxStyles) lettersOfStyles.clear();
    lettersOfStyles.set(css, letters);
  }
  return letters;
}

/** Every stack ends in the symbols, so that no template need name them. */
function withSymbols(css: string): string {
  return css.replaceAll(/font-family:[^;}]+/g, `$&,"${symbolFamily}"`);
}
