import { describe, expect, test } from 'vitest';
import { isStill } from '../../../src/camera/page/is-still.ts';

const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64');
const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;
const image = (url: string) => `<img src="${url}">`;
const pngChunk = (type: string) => Buffer.from(`\0\0\0\0${type}\0\0\0\0`, 'latin1');
const png = (...types: string[]) =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...types.map(pngChunk)]);
const webp = (kind: string, flags: number) =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, 'latin1'), Buffer.from([flags, 0, 0, 0])]);

describe('a body', () => {
  test.each([
    [
      'words',
      '<main><h1 dir="auto" data-fit="0.4">This is still</h1><p style="--n:3">And so is this.</p></main>',
    ],
    ['a drawing', '<svg viewBox="0 0 9 9"><g fill="url(#sky)"><path d="M0 0h9"/></g></svg>'],
    ['a PNG', image(`data:image/png;base64,${base64(png('IHDR', 'IDAT'))}`)],
    ['a JPEG', image(`data:image/jpeg;base64,${base64(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))}`)],
    ['a WebP', image(`data:image/webp;base64,${base64(webp('VP8 ', 0))}`)],
    ['a WebP with transparency', image(`data:image/webp;base64,${base64(webp('VP8X', 0x10))}`)],
    ['an SVG', image(`data:image/svg+xml;base64,${base64(svg('<circle r="9"/>'))}`)],
    ['an SVG in percents', image(`data:image/svg+xml,${encodeURIComponent(svg('<circle r="9"/>'))}`)],
  ])('with %s is still', (_name, body) => {
    expect(isStill('', `<body>${body}</body></html>`)).toBe(true);
  });

  test.each([
    ['a field', '<input value="1">'],
    ['a disclosure', '<details open><summary>More</summary></details>'],
    ['a canvas', '<canvas></canvas>'],
    ['a frame', '<iframe srcdoc="hi"></iframe>'],
    ['a table', '<table><tr><td>1</td></tr></table>'],
    ['a refresh', '<meta http-equiv="refresh" content="1">'],
    ['a stylesheet', '<style>p{color:red}</style>'],
    ['an element of its own', '<my-card></my-card>'],
    ['a shadow', '<div><template shadowrootmode="open"></template></div>'],
    ['a focus', '<a href="#" autofocus>here</a>'],
    ['a handler', '<img onerror="1" src="data:,">'],
    ['a late picture', '<img loading="lazy" src="x.png">'],
    ['a choice of pictures', '<img srcset="a.png 1x, b.png 2x">'],
    ['a scroller', '<div style="overflow:auto">a</div>'],
    ['a moving style', '<div style="animation:a 1s !important">a</div>'],
    ['a moving drawing', '<svg><rect><animate attributeName="x"/></rect></svg>'],
    ['a drawing of HTML', '<svg><foreignObject><p>a</p></foreignObject></svg>'],
    ['a GIF', image(`data:image/gif;base64,${base64('GIF89a')}`)],
    ['a GIF by another name', image(`data:image/png;base64,${base64('GIF89a')}`)],
    ['an APNG', image(`data:image/png;base64,${base64(png('IHDR', 'acTL', 'IDAT'))}`)],
    ['a moving WebP', image(`data:image/webp;base64,${base64(webp('VP8X', 0x02))}`)],
    ['an AVIF', image(`data:image/avif;base64,${base64('\0\0\0 ftypavis')}`)],
    ['an SVG that moves', image(`data:image/svg+xml;base64,${base64(svg('<set attributeName="x"/>'))}`)],
    ['an SVG with styles', image(`data:image/svg+xml;base64,${base64(svg('<style>*{}</style>'))}`)],
    ['an SVG with a picture', image(`data:image/svg+xml;base64,${base64(svg('<image href="data:a"/>'))}`)],
    ['an SVG with entities', image(`data:image/svg+xml;base64,${base64(`<!DOCTYPE svg>${svg('')}`)}`)],
    ['an SVG in UTF-16', image(`data:image/svg+xml;base64,${base64(Buffer.from(svg('<set/>'), 'utf16le'))}`)],
    ['an SVG in quotes', `<img src='data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"></svg>'>`],
  ])('with %s is not', (_name, body) => {
    expect(isStill('', `<body>${body}</body></html>`)).toBe(false);
  });
});

describe('a stylesheet', () => {
  test.each([
    'main{display:grid;grid-template-columns:1fr 2fr;overflow:hidden;overflow-wrap:anywhere}',
    'main:has(.plate){padding:0}img{object-fit:contain}.row{flex-direction:column;gap:1rem}',
    'p::before{content:"\\201C"}svg{text-anchor:middle;transform:rotate(9deg)}',
    'main{background:url(data:image/png;base64,' + base64(png('IHDR', 'IDAT')) + ')}',
  ])('that says what is, is still: %s', (css) => {
    expect(isStill(`<style>${css}</style>`, '<body></body>')).toBe(true);
  });

  test.each([
    '@keyframes a{to{left:9px}}',
    'p::marker{transition:color 1s}',
    'div{overflow-y:scroll}',
    'div{scroll-snap-type:x mandatory}',
    'div{position-anchor:--a}',
    'div{contain-intrinsic-size:auto 9px}',
    'div{content-visibility:auto}',
    '@container (width > 9px){p{color:red}}',
    'p{font-size:5cqw}',
    'p{counter-increment:a}',
    'p::first-letter{font-size:2em}',
    'p{columns:2}',
    'div{will-change:transform}',
    'div{transform:translate3d(0,0,0)}',
    'div{backdrop-filter:blur(2px)}',
    '@font-face{font-family:A;src:url(data:font/woff2;base64,AA)}',
    '@import "a.css";',
    'p:dir(rtl){background:url(data:image/png;base64,' + base64(png('IHDR', 'IDAT')) + ')}',
    'main{background:url(data:image/gif;base64,AA)}',
    'p{\\61nimation:a 1s}',
    'p{a\\nimation:a 1s}',
  ])('that remembers, loads or counts is not: %s', (css) => {
    expect(isStill(`<style>${css}</style>`, '<body></body>')).toBe(false);
  });
});
