import { replaceUrls } from './place-pictures.ts';

const style = /(<style>)([^]*?)(<\/style>)/g;
/** As our renderer writes them: attributes in double quotes, `<` in words escaped. */
const tag = /<[a-z][\w:-]*(?:\s+[^\s=>"']+(?:="[^"]*")?)+\s*\/?>/gi;
const attribute = /(\s(src|href|xlink:href|poster|style)=")([^"]*)"/g;
const pictured = /^<(?:img|input|video|image|feImage)\b/i;

type Replace = (source: string) => string | undefined;

/** Puts other addresses in the place of those of a document's pictures; `undefined` leaves one as it is. */
export function replacePictures(html: string, replace: Replace): string {
  const outside = (source: string) => (/^\s*(?:data:|#|$)/i.test(source) ? undefined : replace(source));
  return html
    .replaceAll(
      style,
      (_whole, open: string, css: string, close: string) => open + replaceUrls(css, outside) + close,
    )
    .replaceAll(tag, (whole) => replaceInTag(whole, outside));
}

/** The addresses of pictures that are not in the document yet. */
export function picturesOutside(html: string): string[] {
  const found = new Set<string>();
  replacePictures(html, (source) => {
    found.add(source);
    return undefined;
  });
  return [...found];
}

function replaceInTag(text: string, replace: Replace): string {
  return text.replaceAll(attribute, (whole, head: string, name: string, value: string) => {
    const words = unescape(value);
    const other =
      name === 'style' ? replaceUrls(words, replace) : pictured.test(text) ? replace(words) : undefined;
    return other === undefined || other === words ? whole : `${head}${escape(other)}"`;
  });
}

function unescape(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
