import { render } from 'preact-render-to-string';
import { type FontFace, fontFaces } from '../fonts/faces.ts';
import type { Card } from './resolve.ts';
import type { Viewport } from './variants.ts';

/** All that a picture is made of: it needs nothing from anywhere. */
export interface CardDocument {
  readonly html: string;
  /** The fonts of its text, and no others. */
  readonly faces: readonly FontFace[];
  /** The size to photograph it at. */
  readonly viewport: Viewport;
}

/** What the page itself forbids; the browser's flags and the request interception forbid it again. */
export const contentSecurityPolicy =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

// Animations would make the picture depend on the moment it is taken.
const baseCss = `*,*::before,*::after{box-sizing:border-box;animation:none!important;transition:none!important}
html,body{width:100%;height:100%;margin:0;overflow:hidden}
body{font-family:Inter,sans-serif;-webkit-font-smoothing:antialiased;text-rendering:geometricPrecision}
h1,h2,p,ul,ol,figure{margin:0;padding:0;font-size:inherit;font-weight:inherit;list-style:none}`;

export function renderDocument(card: Card): CardDocument {
  const { template, props, variant, viewport } = card;
  const body = render(template.render(props, { viewport }));
  const css = `${baseCss}${template.css}`;
  const faces = fontFaces(template.fonts, body + css);
  const html = `<!doctype html><html lang="en" data-variant="${variant}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}"><style>${css}</style></head><body>${body}</body></html>`;
  return { html, faces, viewport };
}
