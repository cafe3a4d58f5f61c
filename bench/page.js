import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { author, avatar, css, site, tags } from './card.js';
import { fontFile, fontWeights } from './fonts.js';

/** The reference card as a page with its fonts inside, for a browser without Cardstock. */
export function referencePage(title) {
  const faces = fontWeights.map(fontFace).join('');
  return `<!doctype html><meta charset="utf-8"><style>${faces}${css}</style>${render(referenceMarkup(title))}`;
}

export function referenceMarkup(title, attributes = {}) {
  const tagList = tags.map((tag) => h('span', {}, tag));
  const name = h('div', {}, [author, h('small', {}, site)]);
  return h('main', {}, [
    h('div', { class: 'title' }, h('h1', attributes, title)),
    h('div', { class: 'tags' }, tagList),
    h('div', { class: 'author' }, [h('img', { src: avatar, alt: '' }), name]),
  ]);
}

function fontFace(weight) {
  const data = fontFile(weight, 'woff2').toString('base64');
  return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
}
