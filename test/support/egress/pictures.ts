import type { Vectors } from './aim.ts';

/** What an SVG asks for that is itself a picture inside of its page. */
export const pictures: Vectors = {
  'picture-image': '<image href="$" width="9" height="9"/>',
  'picture-image-xlink':
    '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="$" width="9" height="9"/>',
  'picture-use': '<use href="$#x"/>',
  'picture-feimage':
    '<filter id="f"><feImage href="$"/></filter><rect width="9" height="9" filter="url(#f)"/>',
  'picture-fill': '<rect width="9" height="9" fill="url($#x)"/>',
  'picture-stylesheet': '<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="$"/>',
  'picture-import': '<style>@import "$";</style>',
  'picture-background': '<style>svg { background: url($) }</style>',
  'picture-font-face':
    '<style>@font-face { font-family: x; src: url($) } text { font-family: x }</style><text y="9">x</text>',
  'picture-foreignobject':
    '<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="$"/></foreignObject>',
  'picture-iframe':
    '<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="$"/></foreignObject>',
  'picture-script': '<script href="$"/>',
};

/** Such a picture, in each place where a page may have one. */
export function pictured(content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${content}</svg>`;
  const escaped = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  const base64 = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return [
    `<img src="${escaped}">`,
    `<img src="${base64}">`,
    `<p style="background: url(${escaped})">x</p>`,
    `<p style="mask: url(${base64})">x</p>`,
    `<svg><image href="${escaped}"/></svg>`,
    `<object data="${base64}"></object>`,
  ].join('');
}
