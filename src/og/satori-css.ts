/**
 * What satori takes for granted and CSS does not: every box is a flex container and the place that
 * what is absolute in it is laid out from, and may shrink to nothing; weights that are not there
 * are not made up. In a layer, so that what `tw` says wins. Headings and lists are as in browsers.
 */
export const satoriCss = `@layer satori{
html{font-synthesis:none}
body{display:flex;flex-direction:column}
:where(body *:not(svg *,br,style,script,template,title)){display:flex;position:relative;min-width:0;min-height:0}
:where(h1,h2,p,ul,ol,figure){margin:revert;padding:revert;font-size:revert;font-weight:revert}
:where(ul,ol){display:block;list-style:revert}
:where(li){display:list-item}
:where(img,svg){flex-shrink:0}
}`;

/** As `debug: true` asks for. */
export const debugCss = 'body *{outline:1px solid #f00a;outline-offset:-1px}';

/** A family of another weight is nearer than another family. */
export function bodyCss(families: readonly string[]): string {
  const names = [...new Set(families)].map((name) => JSON.stringify(name));
  return names.length > 0 ? `body{font-family:${[...names, 'sans-serif'].join(',')}}` : '';
}
